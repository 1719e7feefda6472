import { getLotForOrder, type LotForOrder } from '#app/catalogue/get-lot-for-order.server';
import { planWaterfall, type PlannedWaterfall, type PlanRefusal } from '#app/ledger/waterfall/plan-waterfall';
import { asCurrency } from '#app/money/currency';
import { money, type Money } from '#app/money/money';
import { Decimal } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Refusal, type Result } from '#app/platform/result';
import { baselineValue } from './baseline-value';
import { chargesInForce } from '#app/ledger/charges/charges-in-force.server';
import { fineGrams } from './fine-grams';
import { orderBand, usdRate, type OrderBand, type UsdRate } from './order-band.server';
import { priceOfShare, readQuantity, type QuantityRefusal } from './order-quantity';

export type Quote = {
  lot: LotForOrder;
  quantity: string;
  /** Whether that much can be had now; placing decides again. */
  available: boolean;
  price: Money;
  waterfall: PlannedWaterfall;
  band: OrderBand | null;
  /** Why there is no band, where there is none. */
  noBand: Refusal | null;
  referenceMinor: bigint | null;
  baselineMinor: bigint | null;
  fineGrams: string | null;
  usd: UsdRate | null;
};
export type QuoteRefusal = QuantityRefusal | PlanRefusal | 'charge-currency';

/** What an order of this much of a lot would be: price, who gets what, and how it stands to reference, band and baseline. Throws NotFound. */
export async function quoteOrder(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { lotId, quantity: typed, locale }: { lotId: string; quantity: string; locale?: string },
): Promise<Result<Quote, QuoteRefusal>> {
  const lot = await getLotForOrder(deps.db, lotId);
  if (!lot || lot.state === 'draft' || lot.state === 'submitted') throw new NotFound('no such lot for buyers');
  const read = readQuantity(typed, lot, locale);
  if (!read.ok) return read;
  const quantity = read.value;
  const currency = asCurrency(lot.currency);
  const price = priceOfShare(money(lot.askMinor, currency), quantity, lot.quantity);

  const now = deps.clock.now();
  const [charges, baseline, band, usd] = await Promise.all([
    chargesInForce(deps, { cooperativeId: lot.cooperativeId, currency }),
    deps.db.baseline.findFirst({
      where: { cooperativeId: lot.cooperativeId, mineral: lot.mineral, form: lot.form, recordedOn: { lte: now } },
      orderBy: [{ recordedOn: 'desc' }, { recordedAt: 'desc' }],
    }),
    orderBand(deps, { lot, quantity, price }),
    usdRate(deps, currency),
  ]);
  if (!charges.ok) return charges;
  const waterfall = planWaterfall({ price, charges: charges.value, feeBps: deps.settings.platformFeeBps });
  if (!waterfall.ok) return waterfall;
  const referenceMinor = band.ok ? band.value.referenceMinor : null;
  return ok({
    lot,
    quantity,
    available: lot.state === 'listed' && new Decimal(quantity).lte(lot.availableQuantity),
    price,
    waterfall: waterfall.value,
    band: band.ok ? band.value : null,
    noBand: band.ok ? null : band,
    referenceMinor,
    baselineMinor: baselineValue(baseline && { ...baseline, perUnit: baseline.perUnit?.toFixed() ?? null }, {
      quantity,
      unit: lot.unit,
      currency,
      referenceMinor,
    }),
    fineGrams: fineGrams({
      quantity,
      unit: lot.unit,
      grades: lot.facts.grades,
      moisturePct: lot.facts.facts['moisturePct'],
    }),
    usd,
  });
}
