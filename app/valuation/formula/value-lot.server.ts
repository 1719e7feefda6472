import type { Currency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { evidenceOf } from '#app/platform/digests/canonical-digest.server';
import type { PriceRefusal } from '#app/prices/series/prices-in-force.server';
import { seriesOf } from '#app/prices/series/known-prices';
import { resolvePrices } from './resolve-prices.server';
import type { ValuationInput } from './valuation.schema';
import type { ValuationRefusal } from './valuation-parts';
import type { Valuation } from './valuation';
import { value, VALUATION_FORMULA } from './value';

type ValuedLot = { valuation: Valuation; canonical: string; sha256: string };

/** Values a lot with the prices known at `input.knownAt`; refuses, with the reason, where one is missing or expired. Stores nothing. */
export async function valueLot(
  deps: Pick<Deps, 'db' | 'clock'>,
  input: ValuationInput,
): Promise<Result<ValuedLot, ValuationRefusal | PriceRefusal>> {
  const known = await resolvePrices(deps, {
    series: seriesOf(input.payables),
    currencies: currenciesOf(input),
    to: input.currency,
    asOf: input.asOf,
    knownAt: input.knownAt === null ? null : new Date(input.knownAt),
  });
  if (!known.ok) return known;
  const valued = value(input, known.value);
  if (!valued.ok) return valued;
  const { total, references, rates } = valued.value;
  const result = { amount: toAmount(total), currency: total.currency };
  return ok({
    valuation: valued.value,
    ...evidenceOf({ formula: VALUATION_FORMULA, input, observations: references, rates, result }),
  });
}

function currenciesOf(input: ValuationInput): Currency[] {
  const priced = input.payables.flatMap(({ price, refining }) => [
    ...('currency' in price ? [price.currency] : []),
    ...(refining ? [refining.currency] : []),
  ]);
  return [...priced, ...[...input.charges, ...input.penalties, ...input.premiums].map((item) => item.currency)];
}
