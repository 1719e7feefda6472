import { Decimal } from '#app/money/decimal';

/** No price is all of it under another: USD 5 for gold worth 126,097 is not 100.0% less. */
const MOST_UNDER = '99.9';

/** The size of a gap in percent with one decimal: `4.8%` of `-4.84`. */
export function gapText({ percent }: { percent(pct: string, decimals: number): string }, gapPct: string): string {
  const size = new Decimal(gapPct).abs();
  return percent(gapPct.startsWith('-') ? Decimal.min(size, MOST_UNDER).toFixed() : size.toFixed(), 1);
}
