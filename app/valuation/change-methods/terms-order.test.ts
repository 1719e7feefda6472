import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { band, none, points, prices, quantity, reference } from '#tests/support/examples/band-examples';
import { computeBand } from '../bands/compute-band';
import type { Method } from '../methods/method';
import { startingMethod } from '../methods/starting/starting-methods';
import { readProposal } from './read-proposal';
import { termLines } from '../methods/term-fields';

const known = {
  prices: new Map([...prices, reference('wb.copper', '9000', 't'), reference('wb.lead', '2000', 't')]),
  rates: [],
};
const why = { reason: 'What was agreed this year.', citation: 'Contract', sourceOn: '2026-05-01', sourceUrl: '' };

function method(id: string): Method {
  const found = startingMethod(id);
  if (!found) throw new Error(id);
  return found;
}

describe('terms that a proposal may have', () => {
  it('never give a band that is out of order, for any lot', () => {
    let taken = 0;
    const change = fc.record({ cell: fc.nat(), factor: fc.integer({ min: 50, max: 150 }) });
    fc.assert(
      fc.property(
        fc.constantFrom(
          'gold-dore/1',
          'silver-dore/1',
          'tin-concentrate/1',
          'copper-concentrate/1',
          'lead-concentrate/1',
        ),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 900 }),
        (id, changes, permil) => {
          const before = method(id);
          const cells = termLines(before).flatMap((line) => line.cells);
          const figures = Object.fromEntries(cells.map(({ path, value }) => [path, value]));
          for (const { cell, factor } of changes) {
            const { path = '', value = '0' } = cells[cell % cells.length] ?? {};
            figures[path] = `${Math.round(Number(value) * factor * 100) / 10_000}`;
          }
          const read = readProposal(before, { ...why, figures }, { today: '2026-06-02' });
          if (!read.ok) return;
          taken += 1;
          const grades = ['Au', 'Ag', 'Sn', 'Cu', 'Pb', 'As'].map((element) => ({
            element,
            value: `${permil}`,
            unit: 'permil' as const,
          }));
          const result = computeBand({
            method: { ...before, ...read.value } as Method,
            facts: { ...none, quantity: quantity('7', 't'), grades },
            known,
            asOf: '2026-05-31',
            knownAt: null,
          });
          if (!result.ok) return expect(result.code).toBe('charges-exceed-value');
          const { floor, fair, ceiling } = result.value;
          expect(floor.total.minor <= fair.total.minor && fair.total.minor <= ceiling.total.minor).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it('say so where a metal costs more to refine than it brings', () => {
    const dear = { prices: new Map([...known.prices, reference('wb.silver', '0.3', 'ozt')]), rates: [] };
    const facts = {
      ...none,
      quantity: quantity('10', 't'),
      grades: [
        { element: 'Pb', value: '9', unit: '%' as const },
        { element: 'Ag', value: '90', unit: '%' as const },
      ],
    };
    expect(band('lead-concentrate/1', facts, { known: dear })).toMatchObject({
      ok: false,
      code: 'charges-exceed-value',
    });
    const alone = { ...facts, grades: [{ element: 'Pb', value: '20', unit: '%' as const }] };
    expect(points(band('lead-concentrate/1', alone, { known: dear }))[2]).toBe('2800.00');
  });
});
