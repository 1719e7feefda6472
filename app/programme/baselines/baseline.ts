import { Decimal, decimalPlaces, plain } from '#app/money/decimal';
import { isCurrency } from '#app/money/currency';
import { ok, refuse, type Result } from '#app/platform/result';
import { readDay, type Day } from '../indicators/period';

/** What a local trader paid, as typed by staff: a share of the reference price, or money per unit where there is no reference. */
export type BaselineInput = {
  mineral: string;
  form: string;
  /** reference | per-unit */
  basis: string;
  /** Basis `reference`: percent of the reference price. */
  percent: string;
  /** Basis `per-unit`: money in major units for one unit. */
  amount: string;
  currency: string;
  unit: string;
  source: string;
  recordedOn: string;
};

export type BaselineFacts = {
  mineral: string;
  form: string;
  referenceBps: number | null;
  perUnit: string | null;
  currency: string | null;
  unit: string | null;
  source: string;
  recordedOn: Day;
};

export type BaselineRefusal = 'bad-product' | 'bad-percent' | 'bad-amount' | 'bad-source' | 'bad-day';

/** More than the reference itself is possible (a trader who buys status); more than twice is a typing error. */
const MOST_PERCENT = new Decimal(200);

function readPercent(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) return null;
  const percent = new Decimal(typed);
  return percent.isZero() || percent.greaterThan(MOST_PERCENT)
    ? null
    : Number.parseInt(percent.times(100).toFixed(0), 10);
}

function readAmount(text: string): string | null {
  const typed = text.trim().replace(',', '.');
  if (!/^\d{1,12}(\.\d{1,12})?$/.test(typed) || decimalPlaces(typed) > 6) return null;
  return new Decimal(typed).isZero() ? null : plain(typed);
}

/** Checks a baseline. `products` are the goods (mineral/form) and their units; `today` is the last day it can be from. */
export function readBaseline(
  input: BaselineInput,
  { products, today }: { products: readonly { mineral: string; form: string; units: readonly string[] }[]; today: Day },
): Result<BaselineFacts, BaselineRefusal> {
  const { mineral, form, basis, currency, unit } = input;
  const product = products.find((known) => known.mineral === mineral && known.form === form);
  if (!product) return refuse('bad-product', 'programme:refusal.product', { path: 'product' });
  const source = input.source.trim();
  if (source.length < 3 || source.length > 300)
    return refuse('bad-source', 'programme:refusal.source', { path: 'source' });
  const recordedOn = readDay(input.recordedOn);
  if (recordedOn === null || recordedOn > today)
    return refuse('bad-day', 'programme:refusal.day', { path: 'recordedOn' });

  const known = { mineral, form, source, recordedOn };
  if (basis === 'reference') {
    const referenceBps = readPercent(input.percent);
    if (referenceBps === null) return refuse('bad-percent', 'programme:refusal.percent', { path: 'percent' });
    return ok({ ...known, referenceBps, perUnit: null, currency: null, unit: null });
  }
  const perUnit = basis === 'per-unit' ? readAmount(input.amount) : null;
  if (perUnit === null || !isCurrency(currency) || !product.units.includes(unit)) {
    return refuse('bad-amount', 'programme:refusal.amount', { path: 'amount' });
  }
  return ok({ ...known, referenceBps: null, perUnit, currency, unit });
}
