import { afterAll, describe, expect, it } from 'vitest';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { GARBAGE } from './garbage';

const AT_ONCE = 6;
const WRONG: readonly unknown[] = [
  ...Object.values(GARBAGE).map((text) => text.slice(0, 200)),
  ...['x', '1,5', ' 1', '1.', '1e400', '\u0661\u0662', '0000-01-01', '0001-01-01', '9999-12-31', '2026-02-30'],
  ...[null, 0, -1, 1.5, true, [], {}, [[]], { a: 1 }],
];

const gold = { value: '900', unit: 'permil' };
const usd = { value: '1', currency: 'USD' };
/** Bodies with every member that there is, so that each can be wrong. */
const BODIES: Record<string, object> = {
  '/api/v1/valuations': {
    asOf: '2026-05-31',
    knownAt: '2026-06-02T10:00:00Z',
    currency: 'USD',
    quantity: { value: '1', unit: 'kg', moisturePct: '1', franchisePct: '0.5' },
    payables: [
      {
        element: 'Au',
        grade: gold,
        deduction: { value: '1', unit: 'permil' },
        minimumDeduction: { value: '1', unit: 'permil' },
        payablePct: '98',
        price: { series: 'wb.gold' },
        discountPct: '1',
        premiumPct: '0',
        refining: { ...usd, per: 'ozt' },
      },
      { element: 'Ag', grade: { value: '50', unit: 'permil' }, price: { ...usd, per: 'ozt' } },
    ],
    charges: [{ label: 'Assay', ...usd, per: 'lot' }],
    penalties: [
      {
        label: 'Arsenic',
        grade: { value: '1', unit: '%' },
        free: '0.1',
        per: 't',
        currency: 'USD',
        bands: [
          { upTo: '1', ratePerUnit: '2' },
          { upTo: null, ratePerUnit: '3' },
        ],
      },
    ],
    premiums: [{ label: 'Fair', ...usd, per: 'ozt', of: 'Au' }],
  },
  '/api/v1/bands': {
    mineral: 'gold',
    form: 'dore',
    asOf: '2026-05-31',
    knownAt: '2026-06-02T10:00:00Z',
    currency: 'USD',
    quantity: { value: '1000', unit: 'g', moisturePct: '0' },
    grades: [{ element: 'Au', ...gold }],
    quality: null,
    stoneCt: null,
    originCountry: 'TZ',
    costs: null,
    ask: { amount: '118023.02', currency: 'USD' },
  },
};

/** The body with one member of any depth in another form, for each member. */
function* damaged(value: unknown): Generator<{ at: string; value: unknown }> {
  for (const wrong of WRONG) yield { at: '', value: wrong };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    for (const one of damaged(inner)) {
      const whole = Array.isArray(value)
        ? value.map((kept: unknown, index) => (String(index) === name ? one.value : kept))
        : { ...value, [name]: one.value };
      yield { at: `${name}.${one.at}`, value: whole };
    }
  }
}

describe('every member of a body of the API', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  await loadSnapshot(server.deps);
  afterAll(() => server.close());
  const send = (path: string, body: unknown) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });

  it.each(Object.entries(BODIES))(
    '%s: is taken when it is right, and refused by name when it is not',
    async (path, body) => {
      const right = await send(path, body);
      expect([right.status, (await right.text()).slice(0, 300)]).toEqual([200, expect.any(String)]);
      const left = [...damaged(body)];
      expect(left.length).toBeGreaterThan(500);
      const problems: string[] = [];
      const next = async () => {
        for (let one = left.pop(); one; one = left.pop()) {
          const response = await send(path, one.value);
          const answer = (await response.json()) as { issues?: { path: string }[] };
          const isNamed = response.status === 422 && (answer.issues ?? []).length > 0;
          // 409: there is no price of that name or day.
          if (![200, 404, 409].includes(response.status) && !isNamed)
            problems.push(`${one.at} ${response.status}: ${JSON.stringify(one.value).slice(0, 300)}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, next));
      expect(problems.slice(0, 10)).toEqual([]);
    },
  );
});
