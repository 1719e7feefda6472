import type { Day } from '#app/money/calendar-day';
import { orAmbiguous, readTypedDecimal } from '#app/money/typed-decimal';
import { readTypedBps } from '#app/money/typed-money';
import { isOffered } from '#app/money/currency';
import { ok, refuse, type Result } from '#app/platform/result';
import { readDay } from '../indicators/period';

/** What a local trader paid, as typed by staff: a share of the reference price, or money per unit where there is no reference. */
export type BaselineInput = {
  /** The language in which figures were typed. */
  locale?: string | undefined;
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
const MOST_PERCENT = '200';
const MOST_AMOUNT = '999999999999';

function readPercent({ percent, locale }: BaselineInput): Result<number, 'bad-percent'> {
  const read = readTypedBps(percent, { max: MOST_PERCENT, locale });
  if ('bps' in read) return ok(read.bps);
  return orAmbiguous(refuse('bad-percent', 'programme:refusal.percent', { path: 'percent' }), read);
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
    const percent = readPercent(input);
    return percent.ok
      ? ok({ ...known, referenceBps: percent.value, perUnit: null, currency: null, unit: null })
      : percent;
  }
  const refused = refuse('bad-amount', 'programme:refusal.amount', { path: 'amount' });
  if (basis !== 'per-unit' || !isOffered(currency) || !product.units.includes(unit)) return refused;
  const perUnit = readTypedDecimal(input.amount, { maxDecimals: 6, max: MOST_AMOUNT, locale: input.locale });
  if (!('value' in perUnit)) return orAmbiguous(refused, perUnit);
  return ok({ ...known, referenceBps: null, perUnit: perUnit.value, currency, unit });
}
