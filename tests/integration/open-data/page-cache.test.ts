import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Log } from '#app/platform/log';
import { openPageCache } from '#app/platform/serve/page-cache/page-cache.server';
import { importPriceFile } from '#app/prices/imports/import-price-file.server';
import { market } from '#tests/integration/trading/market';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, visitor } from '#tests/support/visitor';

describe('answers that are kept', async () => {
  const deps = await testDeps();
  const heard: unknown[] = [];
  const log: Log = { ...deps.log, debug: (fields) => heard.push('table' in fields && fields.table) };
  const cache = openPageCache({ url: deps.databaseUrl, log, clock: deps.clock });
  let server: AppServer;
  let town: Awaited<ReturnType<typeof market>>;
  let asked = 0;
  beforeAll(async () => {
    server = await startAppServer(deps, {
      pageCache: cache.handler,
      // Stands where the limits do, behind the cache: what comes here was not answered from memory.
      rateLimit: (_request, _response, next) => {
        asked += 1;
        next();
      },
    });
    town = await market(deps);
    await cache.ready;
  });
  afterAll(async () => {
    await cache.stop();
    await server.close();
  });

  const series = '/api/v1/series';
  /** Whether the answer came from memory, and what it was. */
  async function get(path = series, headers: Record<string, string> = {}) {
    const before = asked;
    const answer = await visitor(server).get(path, headers);
    return { ...answer, kept: asked === before };
  }
  const patient = { timeout: 20_000, interval: 5 };
  /**
   * Changes are heard in the order of their commits: when the cache has heard of this one, it has heard of
   * all before it.
   */
  async function settled() {
    const mark = `mark ${heard.length}`;
    await deps.db.$executeRaw`SELECT pg_notify('public_change', ${mark})`;
    await vi.waitFor(() => expect(heard).toContain(mark), patient);
  }

  it('are the same as the first, with every header that guards a page, and a number of their own', async () => {
    await settled();
    deps.clock.set('2026-07-03T08:00:00Z');
    const [first, second] = [await get(), await get()];
    expect([first.kept, second.kept]).toEqual([false, true]);
    expect(second.text).toBe(first.text);
    const own = new Set(['x-request-id', 'date', 'content-encoding', 'transfer-encoding', 'content-length']);
    const guards = (headers: Headers) => [...headers].filter(([name]) => !own.has(name)).sort();
    expect(guards(second.headers)).toEqual(guards(first.headers));
    expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'));
    expect((await get(series, { 'If-None-Match': second.headers.get('ETag') ?? '' })).status).toBe(304);
    const plain = await fetch(`${server.url}${series}`, { headers: { 'Accept-Encoding': 'identity' } });
    expect(await plain.text()).toBe(first.text);
  });

  it('have the tag and the Vary of a fresh one: who has either needs no other', async () => {
    await settled();
    const pages = [series, '/api/v1/openapi.json', '/api/v1/series/wb.gold/observations.csv', '/prices', '/prices.txt'];
    const gzip = { 'Accept-Encoding': 'gzip' };
    for (const path of pages) {
      const first = await get(path, gzip);
      const second = await get(path, gzip);
      // Only the API's addresses are counted behind the cache.
      expect([path, first.kept, second.kept]).toEqual([path, !path.startsWith('/api/'), true]);
      const marks = ({ headers }: { headers: Headers }) => [headers.get('ETag'), headers.get('Vary')];
      expect(marks(second)).toEqual(marks(first));
      // Of a reader with a cookie of his own nothing is kept, but the API says the same.
      if (!path.startsWith('/api/')) continue;
      const own = await get(path, { ...gzip, Cookie: 'other=1' });
      expect([own.kept, ...marks(own)]).toEqual([false, ...marks(first)]);
      for (const cookie of [{}, { Cookie: 'other=1' }] as Record<string, string>[]) {
        const again = await get(path, { ...gzip, ...cookie, 'If-None-Match': String(marks(own)[0]) });
        expect([again.status, again.headers.get('Vary')]).toEqual([304, own.headers.get('Vary')]);
      }
    }
  });

  it('are new after an import', async () => {
    await settled();
    const before = await get('/prices/wb.gold');
    expect(before.text).toContain('4,587.21');
    const bytes = await pinkSheetFile({ updatedOn: 'Updated on July 02, 2026', months: [['2026M05', 4600.5]] });
    const imported = await importPriceFile(deps, {
      source: 'pink-sheet',
      fileName: 'x.xlsx',
      bytes,
      importedBy: 'test',
    });
    expect(imported.refusal).toBeNull();
    await vi.waitFor(async () => expect((await get('/prices/wb.gold')).text).toContain('4,600.5'), patient);
    expect((await get()).text).toContain('4600.5');
  });

  it('grow a day older at midnight', async () => {
    await settled();
    const age = async () => /"ageDays":(\d+)/.exec((await get()).text)?.[1];
    deps.clock.set('2026-07-10T23:59:59Z');
    expect([await age(), await age()]).toEqual(['40', '40']);
    deps.clock.set('2026-07-11T00:00:01Z');
    expect(await age()).toBe('41');
  });

  it('are nobody’s own: a signed-in reader is asked for, and a stranger never sees that page', async () => {
    await settled();
    const manager = await signedIn(server, town.manager);
    const own = await manager.get('/prices');
    expect(own.text).toContain(town.manager.name);
    const stranger = await get('/prices');
    expect(stranger.text).not.toContain(town.manager.name);
    expect((await get('/prices')).kept).toBe(true);
    expect((await manager.get('/prices')).text).toContain(town.manager.name);
    const french = await visitor(server, { language: 'fr' }).get('/prices');
    expect(french.headers.get('Content-Language')).toBe('fr');
    expect((await get('/prices')).headers.get('Content-Language')).toBe('en');
  });

  it('are not used while the database cannot be heard, and are again when it can', async () => {
    await settled();
    await deps.db
      .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fairlode-cache' AND datname = current_database()`;
    const { headers } = await get('/prices');
    await vi.waitFor(async () => expect((await get()).kept).toBe(false), patient);
    expect((await get()).status).toBe(200);
    expect((await get('/prices', { 'If-None-Match': headers.get('ETag') ?? 'none' })).status).toBe(304);
    await vi.waitFor(async () => expect((await get()).kept).toBe(true), patient);
  });
});
