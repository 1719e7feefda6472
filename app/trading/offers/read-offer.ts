import { isCurrency, type Currency } from '#app/money/currency';
import { toMoney, parseAmount, type Money } from '#app/money/money';
import type { Problem } from '#app/platform/http/problems';
import { readFigure } from '#app/valuation/calculator/typed-figure';
import { offerUnits, unitsIn, WHOLE, type OfferedGoods } from './offer-units';

/** What was typed, or where an empty form starts. */
export type TypedOffer = { offer: string; currency: string; per: string };

export type OfferForm = {
  typed: TypedOffer;
  problems: Problem[];
  /** For all of the goods. Null until there is something to check. */
  offer: Money | null;
};

const LONGEST = 40;
const MAX_OFFER = '999999999999';

/** An offer from the address, which is the form: what was typed stays, whatever is wrong with it. */
export function readOffer(
  params: URLSearchParams,
  { goods, currencies, locale }: { goods: OfferedGoods; currencies: readonly string[]; locale: string },
): OfferForm {
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, LONGEST);
  const typed = {
    offer: text('offer'),
    currency: text('currency') || (currencies[0] ?? ''),
    per: text('per') || WHOLE,
  };
  if (!params.has('offer')) return { typed, problems: [], offer: null };
  const problems: Problem[] = [];
  if (!currencies.includes(typed.currency)) problems.push({ path: 'offer', messageKey: 'trading:offer.badCurrency' });
  if (!offerUnits(goods).includes(typed.per)) problems.push({ path: 'per', messageKey: 'trading:offer.badUnit' });
  const figure = readFigure(typed.offer, { max: MAX_OFFER, locale });
  if (!('value' in figure)) problems.push({ path: 'offer', ...figure });
  if (problems.length > 0 || !('value' in figure) || !isCurrency(typed.currency))
    return { typed, problems, offer: null };
  const read = total(figure.value, { goods, per: typed.per, currency: typed.currency });
  return 'minor' in read
    ? { typed, problems, offer: read }
    : { typed, problems: [{ path: 'offer', ...read }], offer: null };
}

type Asked = { goods: OfferedGoods; per: string; currency: Currency };

/** A sum for all of it is taken as it was said. A price for each is multiplied out and rounded once. */
function total(value: string, { goods, per, currency }: Asked): Money | Omit<Problem, 'path'> {
  const units = unitsIn(goods, per);
  if (per === WHOLE || !units)
    return parseAmount(value, currency) ?? { messageKey: 'pricing:calculator.problem.offer', params: { currency } };
  const sum = toMoney(units.times(value), currency);
  return sum.minor > 0n ? sum : { messageKey: 'pricing:calculator.problem.zero' };
}
