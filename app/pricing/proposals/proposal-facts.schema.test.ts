import { expect, it } from 'vitest';
import { seriesFactsSchema } from './proposal-facts.schema';

const facts = {
  key: 'op.apt-tungsten',
  commodity: 'tungsten',
  currency: 'USD',
  per: 'MTU',
  source: 'Example Prices Ltd',
  licence: 'Contract 1234',
  attribution: 'Example Prices Ltd, by licence',
  pageUrl: 'https://prices.example.org/apt',
  freshDays: '45',
  staleDays: '100',
  quarantinePct: '40',
};

it.each(['source', 'licence', 'attribution'] as const)(
  'a series whose %s a spreadsheet would run is refused, and told why',
  (field) => {
    expect(seriesFactsSchema.safeParse(facts).success).toBe(true);
    for (const text of ['=HYPERLINK("http://x")', '+1 Prices', '-Prices', '@Prices', ' =1+1']) {
      const { error } = seriesFactsSchema.safeParse({ ...facts, [field]: text });
      expect(error?.issues).toMatchObject([{ path: [field], message: 'pricing:rates.refusal.formula' }]);
    }
  },
);
