import { describe, expect, it } from 'vitest';
import { OWN_SERIES } from '#tests/support/examples/own-series';
import { localPriceFactsSchema, seriesFactsSchema } from './proposal-facts.schema';

it.each(['source', 'licence', 'attribution'] as const)(
  'a series whose %s a spreadsheet would run is refused, and told why',
  (field) => {
    expect(seriesFactsSchema.safeParse(OWN_SERIES).success).toBe(true);
    for (const text of ['=HYPERLINK("http://x")', '+1 Prices', '-Prices', '@Prices', ' =1+1']) {
      const { error } = seriesFactsSchema.safeParse({ ...OWN_SERIES, [field]: text });
      expect(error?.issues).toMatchObject([{ path: [field], message: 'pricing:rates.refusal.formula' }]);
    }
  },
);

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
