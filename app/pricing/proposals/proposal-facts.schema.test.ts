import { describe, expect, it } from 'vitest';
import { localPriceFactsSchema } from './proposal-facts.schema';

const GOOD = {
  commodity: 'gold',
  country: 'TZ',
  district: 'Geita',
  price: '310000',
  currency: 'TZS',
  per: 'g',
  on: '2026-05-20',
  source: 'Four traders',
};

describe('what staff enter of a local price', () => {
  it.each([
    [{}, []],
    [{ price: '999999999999999999' }, ['price pricing:rates.refusal.amountTooLarge']],
    [{ price: '0' }, ['price pricing:rates.refusal.amount']],
    [{ source: 'x' }, ['source pricing:rates.refusal.wordsShort']],
    [{ source: 'x'.repeat(161) }, ['source pricing:rates.refusal.words']],
  ])('%j is refused for what is wrong with it', (typed, expected) => {
    const parsed = localPriceFactsSchema.safeParse({ ...GOOD, ...typed });
    const problems = parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    expect(problems).toEqual(expected);
  });
});
