import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import routes from '#app/routes';
import { API_ADDRESSES } from '#app/platform/serve/api/api-addresses';
import { OPERATIONS } from '#app/front/open-data/describe/operations';
import { BAND_EXAMPLE, VALUATION_EXAMPLE } from '#app/front/open-data/describe/examples';
import { storedRows } from '#tests/abuse/stored-rows';
import { market } from '#tests/integration/trading/market';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { fetchRaw } from '#tests/support/fetch-raw';
import { testDeps } from '#tests/support/test-deps';

const API_PATHS = routes.flatMap(({ path = '' }) => (path.startsWith('api/v1/') ? [`/${path}`] : []));

describe('the API', async () => {
  const deps = await testDeps();
  let server: AppServer;
  let places: Record<string, string>;
  beforeAll(async () => {
    server = await startAppServer(deps);
    const town = await market(deps);
    const orderId = await town.orderIn('placed');
    const { sha256 } = await deps.db.priceEvidence.findFirstOrThrow({ where: { orderId } });
    places = { seriesKey: 'wb.gold', lotId: await town.lot(), hash: sha256 };
  });
  afterAll(() => server.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init);
  const post = (path: string, body: BodyInit, type = 'application/json') =>
    ask(path, { method: 'POST', body, headers: { 'Content-Type': type } });
  const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');

  it('describes every address that there is, and no other', async () => {
    expect(OPERATIONS.map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')).sort()).toEqual([...API_PATHS].sort());
    const taken = OPERATIONS.map(({ path, method }) => [
      path.replace(/\{(\w+)\}/g, ':$1'),
      method === 'post' ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS',
    ]);
    expect(API_ADDRESSES).toEqual(Object.fromEntries(taken));
    const document = (await (await ask('/api/v1/openapi.json')).json()) as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toHaveLength(OPERATIONS.length);
  });

  it.each(OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))(
    'answers %s as described',
    async (_, one) => {
      const example = { '/api/v1/valuations': VALUATION_EXAMPLE, '/api/v1/bands': BAND_EXAMPLE }[one.path];
      const response =
        one.method === 'post' ? await post(one.path, JSON.stringify(example)) : await ask(filled(one.path));
      expect(response.status).toBe(200);
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      if (!one.answer) return expect(response.headers.get('Content-Type')).toContain('text/csv');
      const read = one.answer.safeParse(await response.json());
      expect(read.success ? [] : read.error.issues).toEqual([]);
    },
  );

  it('tells of a lot what its page shows, and nothing of buyers', async () => {
    const lot = await (await ask(`/api/v1/lots/${places['lotId']}`)).text();
    expect(JSON.parse(lot)).toMatchObject({
      mineral: 'gold',
      band: { method: 'gold-dore/1', verdict: { state: 'below-floor' } },
      payment: { whole: { methods: expect.arrayContaining(['transfer']), none: null } },
    });
    expect(lot).not.toMatch(/buyer|email|userId|accountNumber/i);
    const list = (await (await ask('/api/v1/lots?mineral=gold&mineral=tin&sort=mass')).json()) as {
      lots: object[];
      total: number;
    };
    expect(list.lots).toHaveLength(list.total);
    for (const [query, path] of [
      ['mineral=unobtainium', 'mineral.0'],
      ['massMin=1&massMin=2', 'massMin'],
      ['colour=red', 'colour'],
      ['massMin=-1', 'massMin'],
      ['after=%00', 'after'],
      ['after=garbage', 'after'],
      ['sort=mass&after=2026-05-01T00:00:00.000Z~00000000-0000-7000-8000-000000000000', 'after'],
      ['purityMin=900', 'purityMin'],
    ]) {
      const refused = await ask(`/api/v1/lots?${query}`);
      expect([refused.status, await refused.json()]).toMatchObject([422, { status: 422, issues: [{ path }] }]);
    }
  });

  it('refuses months in the wrong order and the same question twice', async () => {
    const path = '/api/v1/series/wb.gold/observations';
    for (const [query, place] of [
      ['from=2026-03&to=2026-02', 'to'],
      ['from=2026-01&from=2026-02', 'from'],
      ['from=', 'from'],
      ['from=0000-01', 'from'],
    ]) {
      const refused = await ask(`${path}?${query}`);
      const { issues } = (await refused.json()) as { issues: { path: string }[] };
      expect([refused.status, issues.map((issue) => issue.path)]).toEqual([422, [place]]);
    }
    expect((await ask(`${path}?from=2026-02&to=2026-02`)).status).toBe(200);
  });

  it('names a query where there is none to give: nobody takes what is known now for what was known then', async () => {
    for (const path of ['/api/v1/series', '/api/v1/methods', `/api/v1/lots/${places['lotId'] ?? ''}`]) {
      const refused = await ask(`${path}?knownAt=2026-01-01T00:00:00Z`);
      expect([refused.status, await refused.json()]).toMatchObject([422, { issues: [{ path: 'knownAt' }] }]);
    }
  });

  it('names at most fifty wrong members, and counts the others', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`x${index}`, 1]));
    const refused = (await (await post('/api/v1/valuations', JSON.stringify(wrong))).json()) as {
      issues: object[];
      furtherIssues: number;
    };
    expect(refused.issues).toHaveLength(50);
    expect(refused.furtherIssues).toBeGreaterThanOrEqual(2950);
  });

  it('finds evidence by its hash in capitals too', async () => {
    const { hash = '' } = places;
    const read = async (text: string) => (await (await ask(`/api/v1/evidence/${text}`)).json()) as { sha256: string };
    expect((await read(hash.toUpperCase())).sha256).toBe(hash);
    expect(await (await ask(`/verify/${hash.toUpperCase()}`)).text()).toContain(hash);
  });

  it('answers HEAD, and 304 to a reader who has it by tag or time', async () => {
    const path = '/api/v1/series/wb.gold/observations?from=2026-01';
    const whole = await ask(path);
    const [etag, modified] = [whole.headers.get('ETag') ?? '', whole.headers.get('Last-Modified') ?? ''];
    expect(modified).toBe(deps.clock.now().toUTCString());
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', etag]);
    const status = async (headers: Record<string, string>) => (await ask(path, { headers })).status;
    expect(await status({ 'If-None-Match': etag })).toBe(304);
    expect(await status({ 'If-None-Match': '"other"', 'If-Modified-Since': modified })).toBe(200);
    expect(await status({ 'If-Modified-Since': modified })).toBe(304);
    expect(await status({ 'If-Modified-Since': 'Mon, 01 Jan 2024 00:00:00 GMT' })).toBe(200);
  });

  it('lets pages of any site ask, without cookies', async () => {
    const preflight = await ask('/api/v1/bands', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Content-Type');
    expect(preflight.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  it('takes of each address exactly what it says, and says nothing of what is not there', async () => {
    for (const { path, method } of OPERATIONS) {
      const methods = method === 'post' ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS';
      const { status, headers } = await ask(filled(path), { method: 'OPTIONS' });
      expect([path, status, headers.get('Allow')]).toEqual([path, 204, methods]);
      expect(headers.get('Access-Control-Allow-Methods')).toBe(methods);
      const traced = await fetchRaw(`${server.url}${filled(path)}`, { Accept: '*/*' }, 'TRACE');
      expect([path, traced.status, traced.headers['allow']]).toEqual([path, 405, methods]);
    }
    expect((await ask('/api/v1/nothing', { method: 'OPTIONS' })).status).toBe(404);
    for (const [path, status] of [['/api/v1/nothing', 404] as const, ['/prices', 405] as const])
      expect((await fetchRaw(`${server.url}${path}`, { Origin: server.url }, 'TRACE')).status).toBe(status);
    expect((await ask('/api/v1/series/', { method: 'HEAD' })).status).toBe(200);
  });

  it('refuses with problem+json everywhere', async () => {
    const json = { 'Content-Type': 'application/json' };
    const cases: [number, Promise<Response>][] = [
      [404, ask('/api/v1/nothing')],
      [404, ask('/api/nothing')],
      [400, ask('/api/v1/%73eries')],
      [400, ask('/api/v1//series')],
      [404, ask('/api/v1/series/wb.none/observations')],
      [404, ask(`/api/v1/evidence/${'0'.repeat(64)}`)],
      [404, ask('/api/v1/lots/no-id')],
      [404, ask('/api/v1/lots/00000000-0000-7000-8000-000000000000')],
      [405, ask('/api/v1/valuations')],
      [405, ask('/api/v1/series', { method: 'POST', body: '{}', headers: json })],
      [405, ask('/api/v1/series', { method: 'DELETE' })],
      [405, ask('/api/v1/bands', { method: 'PUT', body: '{}', headers: json })],
      [404, ask('/api/v1/nothing', { method: 'PATCH', body: '{}', headers: json })],
      [406, ask('/api/v1/series', { headers: { Accept: 'image/png' } })],
      [413, post('/api/v1/valuations', ' '.repeat(1_000_000))],
      [415, post('/api/v1/valuations', '{}', 'text/plain')],
      [415, post('/api/v1/valuations', '{}', 'application/json; charset=utf-16')],
      [422, post('/api/v1/valuations', '{}')],
    ];
    for (const [status, asked] of cases) {
      const response = await asked;
      expect([response.url, response.status]).toEqual([response.url, status]);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await response.json()).toMatchObject({ type: 'about:blank', title: expect.any(String) as string, status });
      const taken = /valuations|bands/.test(response.url) ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS';
      expect(response.headers.get('Allow')).toBe(status === 405 ? taken : null);
    }
  });

  const valued = (change: object) => JSON.stringify({ ...VALUATION_EXAMPLE, ...change });
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  it.each([
    ['NaN', `{"asOf": NaN}`, 400, null],
    ['a cut-off body', '{"asOf":', 400, null],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400, null],
    ['a list', '[]', 422, ''],
    ['a member twice', `{"quantity": {"value": "1", "unit": "g"}, ${valued({}).slice(1)}`, 422, 'quantity'],
    ['depth', deep, 422, 'a.a'],
    ['a number', valued({ quantity: { value: 1, unit: 'g' } }), 422, 'quantity.value'],
    ['an exponent', valued({ quantity: { value: '1e3', unit: 'g' } }), 422, 'quantity.value'],
    ['a hidden mark', valued({ quantity: { value: '1\u202e', unit: 'g' } }), 422, 'quantity.value'],
    ['other digits', valued({ quantity: { value: '١', unit: 'g' } }), 422, 'quantity.value'],
    ['infinity', valued({ quantity: { value: 'Infinity', unit: 'g' } }), 422, 'quantity.value'],
    ['a prototype', `{"__proto__": {"x": 1}, ${valued({}).slice(1)}`, 422, '__proto__'],
    [
      'a hidden mark in a label',
      valued({ charges: [{ label: 'a\u202eb', value: '1', currency: 'USD', per: 'lot' }] }),
      422,
      'charges.0.label',
    ],
    [
      'a zero byte',
      valued({ payables: [{ ...VALUATION_EXAMPLE.payables[0], price: { series: 'wb.\u0000' } }] }),
      422,
      'payables.0.price.series',
    ],
  ])('refuses %s, names the place and keeps nothing', async (_, body, status, place) => {
    const before = await storedRows(deps);
    const response = await post('/api/v1/valuations', body);
    const answer = (await response.json()) as { issues?: { path: string }[]; title: string };
    expect([response.status, answer]).toMatchObject([status, { status }]);
    if (place !== null) expect(answer.issues?.some(({ path }) => path.startsWith(place))).toBe(true);
    expect(await storedRows(deps)).toEqual(before);
  });
});
