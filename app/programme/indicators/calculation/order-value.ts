import { Decimal, plain, sharePct } from '#app/money/decimal';
import type { IndicatorKey } from '../indicators';

type Sale = {
  priceMinor: bigint;
  netMinor: bigint;
  referenceMinor: bigint | null;
  baselineMinor: bigint | null;
  verdict: string | null;
  hours: number;
};

function share(part: bigint, whole: bigint | null): string | null {
  return whole === null ? null : sharePct(part.toString(), whole.toString());
}

/** The same formula over one order, for the list under an indicator. Women's share has none: it would tell about few people. */
export function orderValue(key: IndicatorKey, sale: Sale): string | null {
  switch (key) {
    case 'retained-share':
      return share(sale.netMinor, sale.priceMinor);
    case 'realisation':
      return share(sale.priceMinor, sale.referenceMinor);
    case 'uplift': {
      const ratio = share(sale.netMinor, sale.baselineMinor);
      return ratio === null ? null : plain(new Decimal(ratio).minus(100));
    }
    case 'days-to-money':
      return plain(new Decimal(sale.hours).div(24));
    case 'under-floor':
      return sale.verdict === null ? null : sale.verdict === 'below-floor' ? '100' : '0';
    case 'womens-share':
      return null;
  }
}
