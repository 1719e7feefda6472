import { beforeAll, describe, expect, it } from 'vitest';
import * as bands from '#app/routes/api/bands';
import * as methods from '#app/routes/api/methods';
import * as observations from '#app/routes/api/observations';
import * as observationsCsv from '#app/routes/api/observations-csv';
import * as series from '#app/routes/api/series';
import * as valuations from '#app/routes/api/valuations';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();
const context = { deps, cspNonce: '', requestId: 'test', clientAddress: '127.0.0.1' };

beforeAll(async () => {
  await loadSnapshot(deps);
});

type Handler = (args: { request: Request; context: typeof context; params: Record<string, string> }) => unknown;

async function call(handler: unknown, request: Request, params: Record<string, string> = {}): Promise<Response> {
  try {
    return (await (handler as Handler)({ request, context, params })) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

function post(body: unknown, type = 'application/json'): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request('http://fairlode.test/api', { method: 'POST', body: text, headers: { 'Content-Type': type } });
}

function get(query = '', headers: HeadersInit = {}): Request {
  return new Request(`http://fairlode.test/api${query}`, { headers });
}

const dore = {
  asOf: '2026-05-31',
  quantity: { value: '1000', unit: 'g' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
};
const valuation = {
  asOf: '2026-05-31',
  knownAt: null,
  currency: 'USD',
  quantity: { value: '1', unit: 'kg' },
  payables: [{ element: 'Au', grade: { value: '900', unit: 'permil' }, price: { series: 'wb.gold' } }],
};

async function rowsKept(): Promise<bigint[]> {
  return deps.db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Observation" UNION ALL SELECT count(*) FROM "PriceImport" UNION ALL SELECT count(*) FROM "LotBand"`.then(
    (rows) => rows.map(({ n }) => n),
  );
}

describe('POST /api/v1/valuations', () => {
  it('answers total, steps of five members, references and evidence, and keeps nothing', async () => {
    const before = await rowsKept();
    const response = await call(valuations.action, post(valuation));
    expect(response.status).toBe(200);
    const body = (await response.json()) as { steps: object[] };
    expect(body).toMatchObject({
      total: { amount: '132734.00', currency: 'USD' },
      perUnit: { amount: '132734.00', currency: 'USD', per: 'kg' },
      references: [{ series: 'wb.gold', period: '2026-05', value: '4587.21', vintage: '2026-06-02', state: 'fresh' }],
      evidence: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, formula: 'valuation/1' },
    });
    for (const step of body.steps)
      expect(Object.keys(step)).toEqual(['label', 'expression', 'value', 'unit', 'source']);
    expect(await rowsKept()).toEqual(before);
  });

  it('answers 422 to bad input, naming the member, and 409 where there is no price', async () => {
    const bad = await call(valuations.action, post({ ...valuation, quantity: { value: 1, unit: 'kg' } }));
    expect([bad.status, await bad.json()]).toMatchObject([422, { issues: [{ path: 'quantity.value', code: 'type' }] }]);
    const counted = { payables: [{ element: 'unit', price: { series: 'wb.gold' } }], premiums: [], charges: [] };
    const misfit = await call(
      valuations.action,
      post({ ...valuation, ...counted, quantity: { value: '10', unit: 'piece' } }),
    );
    expect([misfit.status, await misfit.json()]).toMatchObject([422, { issues: [{ code: 'unit-mismatch' }] }]);
    const ancient = await call(valuations.action, post({ ...valuation, knownAt: '0000-01-01T00:00:00Z' }));
    expect([ancient.status, await ancient.json()]).toMatchObject([422, { issues: [{ path: 'knownAt' }] }]);
    for (const [change, code] of [
      [{ asOf: '1999-01-01' }, 'price-missing'],
      [{ knownAt: '2020-01-01T00:00:00Z' }, 'price-missing'],
      [{ currency: 'MZN' }, 'fx-missing'],
    ] as const) {
      const refused = await call(valuations.action, post({ ...valuation, ...change }));
      expect([refused.status, await refused.json()]).toMatchObject([
        409,
        { code, detail: expect.any(String) as string },
      ]);
    }
  });

  it('answers 409 with the reason once the newest price is too old', async () => {
    deps.clock.set('2027-01-01T08:00:00Z');
    const expired = await call(valuations.action, post({ ...valuation, asOf: '2027-01-01' }));
    deps.clock.set('2026-06-02T08:00:00Z');
    expect([expired.status, await expired.json()]).toMatchObject([
      409,
      { code: 'price-expired', detail: expect.stringContaining('The newest reference price for wb.gold is') as string },
    ]);
  });

  it('says of an instant that it is the prices known then which are too old, or that there were none', async () => {
    const told = async (knownAt: string, asOf: string) => {
      const answer = await call(valuations.action, post({ ...valuation, knownAt, asOf }));
      return [answer.status, ((await answer.json()) as { detail: string }).detail];
    };
    expect(await told('2025-01-10T00:00:00Z', '2026-05-31')).toEqual([
      409,
      'No reference price for wb.gold was known on 2025-01-10 00:00 UTC for 2026-05-31, so there is no band.',
    ]);
    deps.clock.set('2027-01-01T08:00:00Z');
    const expired = await told('2026-06-02T09:30:00Z', '2027-01-01');
    deps.clock.set('2026-06-02T08:00:00Z');
    expect(expired).toEqual([
      409,
      expect.stringContaining('known on 2026-06-02 09:30 UTC was 215 days old on 2027-01-01: too old') as string,
    ]);
  });

  it('answers 422 to a time that has not come on any clock, and says what time it is', async () => {
    const gold = { seriesKey: 'wb.gold' };
    const day = { path: 'asOf', code: 'in_future' };
    const instant = { ...day, path: 'knownAt' };
    // The domain's clock may stand ahead of or behind the one on the wall: 2126 is ahead of both, 2026-06-03
    // of the domain's only.
    for (const [answer, issue] of [
      [await call(valuations.action, post({ ...valuation, asOf: '2126-06-03' })), day],
      [await call(valuations.action, post({ ...valuation, knownAt: '2126-06-02T08:00:01Z' })), instant],
      [await call(bands.action, post({ ...dore, method: 'gold-dore/1', asOf: '2126-06-03' })), day],
      [await call(bands.action, post({ ...dore, method: 'gold-dore/1', knownAt: '2126-01-01T00:00:00Z' })), instant],
      [await call(observations.loader, get('?knownAt=2126-06-02T08:00:01Z'), gold), instant],
      [await call(observationsCsv.loader, get('?knownAt=2126-06-02T08:00:01Z'), gold), instant],
    ] as const) {
      expect([answer.status, await answer.json()]).toMatchObject([422, { issues: [issue] }]);
    }
    expect((await call(valuations.action, post({ ...valuation, asOf: '2026-06-03' }))).status).toBe(200);
    expect((await call(observations.loader, get('?knownAt=2026-06-02T08:00:01Z'), gold)).status).toBe(200);
  });

  it('answers what is no JSON or too long', async () => {
    const status = async (request: Request) => (await call(valuations.action, request)).status;
    expect(await status(post('{'))).toBe(400);
    expect(await status(post('x', 'text/plain'))).toBe(415);
    expect(await status(post(' '.repeat(300_000)))).toBe(413);
  });
});

describe('POST /api/v1/bands', () => {
  it('answers a band by method or by product, with a verdict where there is an ask', async () => {
    const byMethod = await call(
      bands.action,
      post({ ...dore, method: 'gold-dore/1', ask: { amount: '120000', currency: 'USD' } }),
    );
    const body = (await byMethod.json()) as { evidence: object };
    expect(body).toMatchObject({
      method: 'gold-dore/1',
      floor: { total: { amount: '126097.30' } },
      fair: { total: { amount: '127897.30' } },
      ceiling: { total: { amount: '138134.00' } },
      verdict: { state: 'below-floor', gapPct: '-4.84', gapAmount: '-6097.30' },
    });
    const byProduct = await call(bands.action, post({ ...dore, mineral: 'gold', form: 'dore' }));
    expect(await byProduct.json()).not.toHaveProperty('verdict');
  });

  it('names the rate by which an ask in other money was compared', async () => {
    await deps.db.fxRate.create({
      data: {
        ...{ id: deps.newId(), base: 'USD', quote: 'TZS', rate: '2590', source: 'A bank in Mwanza' },
        ...{ on: new Date('2026-05-30'), enteredBy: 'a', approvedBy: 'b', recordedAt: new Date('2026-05-30') },
      },
    });
    const ask = { amount: '300000000', currency: 'TZS' };
    const answer = await call(bands.action, post({ ...dore, method: 'gold-dore/1', currency: 'USD', ask }));
    expect(await answer.json()).toMatchObject({
      verdict: { gapAmount: '-10267.18' },
      rates: [{ base: 'USD', quote: 'TZS', rate: '2590', on: '2026-05-30', source: 'A bank in Mwanza' }],
    });
  });

  it.each([
    [{}, 'method', 'required'],
    [{ method: 'gold-dore/99' }, 'method', 'unknown_value'],
    [{ method: 'gold-dore/1', grades: [] }, 'grades', 'grade-missing'],
    [
      { method: 'gold-dore/1', grades: [{ element: 'Au', value: '1001', unit: 'permil' }] },
      'grades.0.value',
      'out_of_range',
    ],
    [{ method: 'gold-dore/1', ask: { amount: '1.005', currency: 'USD' } }, 'ask.amount', 'too_precise'],
    [{ method: 'gold-dore/1', colour: 'yellow' }, 'colour', 'unknown_key'],
  ])('answers 422 to %j', async (change, path, code) => {
    const response = await call(bands.action, post({ ...dore, ...change }));
    expect([response.status, await response.json()]).toMatchObject([422, { issues: [{ path, code }] }]);
  });

  it('answers 409 where sales are too few', async () => {
    const response = await call(
      bands.action,
      post({ ...dore, mineral: 'ruby', form: 'cut', quantity: { value: '2', unit: 'ct' } }),
    );
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'insufficient-data' }]);
  });
});

describe('reading', () => {
  it('lists series and methods, and answers 304 to what the reader has', async () => {
    const list = await call(series.loader, get());
    expect(((await list.json()) as { series: object[] }).series).toHaveLength(12);
    const etag = list.headers.get('ETag') ?? '';
    expect((await call(series.loader, get('', { 'If-None-Match': etag }))).status).toBe(304);
    const all = (await (await call(methods.loader, get())).json()) as { methods: { id: string; approvedBy: object }[] };
    expect(all.methods.map(({ id }) => id)).toEqual(expect.arrayContaining(['gold-dore/1', 'bricks/1']));
  });

  it('gives a series by month, also as a table', async () => {
    const gold = { seriesKey: 'wb.gold' };
    const json = await call(observations.loader, get('?from=2026-04&to=2026-04'), gold);
    expect(await json.json()).toMatchObject({
      unit: 'USD/ozt',
      licence: 'CC BY 4.0',
      observations: [{ period: '2026-04', value: '4721.42', vintage: '2026-06-02', state: 'in-force' }],
    });
    const csv = await (await call(observationsCsv.loader, get('?from=2026-05'), gold)).text();
    expect(csv).toBe(
      'period,value,unit,vintage,state,source\r\n' +
        '2026-05,4587.21,USD/ozt,2026-06-02,in-force,"World Bank, Commodity Price Data (The Pink Sheet), CC BY 4.0"\r\n',
    );
    expect((await call(observations.loader, get(), { seriesKey: 'wb.none' })).status).toBe(404);
    expect((await call(observations.loader, get('?from=2026-13'), gold)).status).toBe(422);
    expect((await call(observations.loader, get('?knownAt=yesterday'), gold)).status).toBe(422);
  });
});
