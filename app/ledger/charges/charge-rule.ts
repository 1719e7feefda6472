import { orAmbiguous } from '#app/money/typed-decimal';
import { readTypedBps, readTypedMoney } from '#app/money/typed-money';
import { isChargeKind, type ChargeKind } from '../chart-of-accounts';
import { isOffered, type Currency } from '#app/money/currency';
import { ok, refuse, type Result } from '#app/platform/result';

/**
 * A charge as staff type it: a share of the price in percent, a fixed sum, or both. Sums in major units of
 * the currency.
 */
export type ChargeRuleInput = {
  /** The language in which figures were typed. */
  locale?: string | undefined;
  kind: string;
  payee: string;
  basis: string;
  percent: string;
  fixed: string;
  cap: string;
  currency: string;
  source: string;
};

export type ChargeRuleFacts = {
  kind: ChargeKind;
  payee: string;
  basis: string;
  rateBps: number | null;
  fixedMinor: bigint | null;
  capMinor: bigint | null;
  currency: Currency;
  source: string;
};

export type ChargeRuleRefusal = 'bad-kind' | 'bad-text' | 'bad-percent' | 'bad-amount' | 'bad-currency' | 'no-amount';

/** More than half of a price as one charge is a typing error, whatever it is for. */
const MAX_PERCENT = '50';
const MAX_AMOUNT = '1000000000';
const TEXT = { payee: 120, basis: 160, source: 300 } as const;

/**
 * Checks a charge: named by kind, payee and basis, with a rate or a sum (a cap alone takes nothing). Optional
 * figures may be empty.
 */
export function readChargeRule(input: ChargeRuleInput): Result<ChargeRuleFacts, ChargeRuleRefusal> {
  const { kind, currency } = input;
  if (!isChargeKind(kind)) return refuse('bad-kind', 'trading:charges.badKind', { path: 'kind' });
  for (const name of ['payee', 'basis', 'source'] as const) {
    const { length } = input[name].trim();
    if (length < 3 || length > TEXT[name])
      return refuse('bad-text', 'trading:charges.badText', { path: name, params: { most: TEXT[name] } });
  }
  if (!isOffered(currency)) return refuse('bad-currency', 'trading:charges.badCurrency', { path: 'currency' });
  const rate = readPercent(input);
  if (!rate.ok) return rate;
  const fixed = readSum(input, 'fixed', currency);
  if (!fixed.ok) return fixed;
  const cap = readSum(input, 'cap', currency);
  if (!cap.ok) return cap;
  const [rateBps, fixedMinor, capMinor] = [rate.value, fixed.value, cap.value];
  if (rateBps === null && fixedMinor === null)
    return refuse('no-amount', 'trading:charges.noAmount', { path: 'percent' });
  const { payee, basis, source } = input;
  return ok({
    kind,
    payee: payee.trim(),
    basis: basis.trim(),
    rateBps,
    fixedMinor,
    capMinor,
    currency,
    source: source.trim(),
  });
}

/** Basis points of a percentage with two decimals. Null where nothing was typed. */
function readPercent({ percent, locale }: ChargeRuleInput): Result<number | null, 'bad-percent'> {
  if (percent.trim() === '') return ok(null);
  const read = readTypedBps(percent, { max: MAX_PERCENT, locale });
  if ('bps' in read) return ok(read.bps);
  return orAmbiguous(refuse('bad-percent', 'trading:charges.badPercent', { path: 'percent' }), read);
}

/** Minor units of a positive sum. Null where nothing was typed. */
function readSum(
  { locale, ...input }: ChargeRuleInput,
  path: 'fixed' | 'cap',
  currency: Currency,
): Result<bigint | null, 'bad-amount'> {
  if (input[path].trim() === '') return ok(null);
  const read = readTypedMoney(input[path], currency, { max: MAX_AMOUNT, locale });
  if ('money' in read) return ok(read.money.minor);
  return orAmbiguous(refuse('bad-amount', 'trading:charges.badAmount', { path }), read);
}
