import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { translator } from '#app/platform/i18n/translator.server';
import { evidenceContent } from './evidence-content';
import { lossLines } from './loss-lines';

const money = { amount: '1.00', currency: 'USD' };
const view = (quantity: object, terms: object) =>
  evidenceContent({
    ...{ order: 'ORD-1', lot: 'LOT-1', quantity: { value: '10', unit: 't' }, price: money, noBandReason: null },
    acceptedAt: '2026-06-02T08:00:00Z',
    band: {
      method: { id: 'copper-concentrate/1', title: 'Copper concentrate', terms },
      input: { quantity, grades: [], originCountry: 'TZ', asOf: '2026-06-02' },
      ...{ observations: [], rates: [], result: { floor: money, fair: money, ceiling: money, verdict: null } },
    },
  })?.band ?? null;
const say = translator('en');
const lines = (quantity: object, terms: object) =>
  lossLines(view(quantity, terms), { t: (key, params = {}) => say(key, params), format: formatsFor('en') }).map(
    ({ term, value }) => `${term}: ${value}`,
  );

const FRANCHISE = 'Franchise: taken off for loss in handling';

describe('what a certificate says was taken off the weight', () => {
  it('is the moisture and the franchise of the lot', () => {
    expect(lines({ moisturePct: '8.5', franchisePct: '1' }, { fair: { franchisePct: '0.5' } })).toEqual([
      'Moisture: 8.5%',
      `${FRANCHISE}: 1%`,
    ]);
  });

  it('is the usual franchise of the method where the lot names none', () => {
    expect(lines({ moisturePct: '0', franchisePct: '0' }, { fair: { franchisePct: '0.5' } })).toEqual([
      `${FRANCHISE}: 0.5%, as usual by the method`,
    ]);
  });

  it('is nothing where nothing was', () => {
    expect(lines({ moisturePct: '0', franchisePct: '0' }, { fair: { marginPct: '15' } })).toEqual([]);
    expect(lines({}, {})).toEqual([]);
    expect(lossLines(null, { t: (key) => key, format: formatsFor('en') })).toEqual([]);
  });
});
