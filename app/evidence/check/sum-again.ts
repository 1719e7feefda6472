import { z } from 'zod';
import { isCurrency } from '#app/money/currency';
import { parseAmount, type Money } from '#app/money/money';
import { bandResult } from '#app/valuation/bands/band-result';
import { computeBand } from '#app/valuation/bands/compute-band';
import { VALUATION_FORMULA } from '#app/valuation/formula/value';
import { jsonDifferences, type Difference } from './json-differences';

/**
 * `apart`: the prices that it was made from are those of other people's orders, which no certificate shows.
 */
type SumAgain =
  | { done: true; differences: Difference[] }
  | { done: false; reason: 'apart' | 'unreadable' | 'other-formula' | 'refused' };

const amount = z.object({ amount: z.string(), currency: z.string().refine(isCurrency) });
const part = z.looseObject({});

/** What a redone sum needs to find. The rest of it is the formula's own business. */
const bandSchema = z.looseObject({
  formula: z.string(),
  method: z.looseObject({ id: z.string(), family: z.string() }),
  input: z.looseObject({
    asOf: z.string(),
    knownAt: z.string().nullable(),
    currency: z.string().refine(isCurrency),
    ask: amount.nullable(),
  }),
  observations: z.array(z.looseObject({ series: z.string(), value: z.string() })),
  rates: z.array(z.looseObject({ base: z.string(), quote: z.string(), rate: z.string() })),
  result: part,
});

/**
 * Far beyond any figure of a price. What is written with an exponent could fill the memory when it is written
 * out.
 */
const EXPONENT = /^[-+]?[\d.]+e/i;

/**
 * Works out a band once more from what its evidence says it was made from, by the same code, and compares.
 * `path` is where the band lies.
 */
export function sumAgain(band: unknown, path = 'band'): SumAgain {
  const parsed = bandSchema.safeParse(band);
  if (!parsed.success || hasExponent(band)) return { done: false, reason: 'unreadable' };
  const { formula, method, input, observations, rates, result } = parsed.data;
  if (formula !== VALUATION_FORMULA) return { done: false, reason: 'other-formula' };
  const { asOf, knownAt, currency, ask, cell, ...facts } = input;
  if (method.family === 'comparables' && !cell) return { done: false, reason: 'apart' };
  const known = {
    prices: new Map(observations.map((price) => [price.series, price])),
    rates,
  };
  try {
    const parts = { method, facts, known, asOf, knownAt, currency, ask: ask && readAmount(ask), cell };
    // What was looked at above is enough to begin. What else is missing throws.
    const redone = computeBand(parts as unknown as Parameters<typeof computeBand>[0]);
    if (!redone.ok) return { done: false, reason: 'refused' };
    return { done: true, differences: jsonDifferences(result, bandResult(redone.value), `${path}.result`) };
  } catch {
    // What lies in the place of a figure is none.
    return { done: false, reason: 'unreadable' };
  }
}

function readAmount({ amount: text, currency }: z.output<typeof amount>): Money {
  const money = parseAmount(text, currency);
  if (!money) throw new RangeError('Not an amount');
  return money;
}

function hasExponent(json: unknown): boolean {
  if (typeof json === 'string') return EXPONENT.test(json);
  return typeof json === 'object' && json !== null && Object.values(json).some(hasExponent);
}
