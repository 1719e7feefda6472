import { dayOf } from '#app/money/calendar-day';
import { asCurrency } from '#app/money/currency';
import { money, toDecimal, toMoney } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { fxRate } from './fx-rate.server';

export type ConvertedMoney = {
  minor: bigint;
  currency: string;
  from: string;
  rate: string;
  date: string;
  source: string;
};

/** A sum in another currency at the newest known rate, with the rate, its day and its source; null where none is known, or none is needed. */
export async function convertMoney(
  deps: Pick<Deps, 'db' | 'clock'>,
  { minor, currency, to }: { minor: bigint; currency: string; to: string },
): Promise<ConvertedMoney | null> {
  const [from, quote] = [asCurrency(currency), asCurrency(to)];
  if (from === quote) return null;
  const found = await fxRate(deps, { base: from, quote, on: dayOf(deps.clock.now()) });
  if (!found) return null;
  const { rate, date, source } = found;
  return {
    minor: toMoney(toDecimal(money(minor, from)).times(rate), quote).minor,
    currency: quote,
    from,
    rate,
    date,
    source,
  };
}
