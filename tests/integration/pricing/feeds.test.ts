import { beforeEach, describe, expect, it } from 'vitest';
import { fetchFeed } from '#app/prices/feed-status/fetch-feed.server';
import { FEEDS } from '#app/prices/sources/registry';
import { feedStatuses } from '#app/prices/feed-status/feed-status.server';
import { listAsideRates } from '#app/prices/waiting/list-aside-rates.server';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { defineSeries } from '#app/prices/series/define-series.server';
import { getSeriesHistory } from '#app/prices/series/get-series-history.server';
import { ecbFile } from '#tests/support/examples/ecb-file';
import { fileServer } from '#tests/support/file-server';
import { pinkSheetFile } from '#tests/support/examples/pink-sheet-file';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

const server = await fileServer();
const given = await testDeps();
const deps = {
  ...given,
  settings: {
    ...given.settings,
    feeds: {
      on: [...FEEDS],
      settings: {
        'pink-sheet': { PINK_SHEET_URL: `${server.url}/pink.xlsx` },
        ecb: { ECB_DAILY_URL: `${server.url}/daily.xml`, ECB_90_DAYS_URL: `${server.url}/quarter.xml` },
        'daily-json': {
          DAILY_JSON_URL: `${server.url}/gold.json?key=secret`,
          DAILY_JSON_SERIES: 'op.gold-licensed',
          DAILY_JSON_LICENCE: 'Contract 1234',
        },
      },
      allowLoopback: true,
    },
  },
};

type File = { type: string; body: string | Buffer; etag?: string };

/** Serves these files by path, with 304 for whoever has them. */
function publish(files: Record<string, File>) {
  server.answer((request, response) => {
    const file = files[new URL(request.url ?? '', server.url).pathname];
    if (!file) return void response.writeHead(404).end();
    if (file.etag && request.headers['if-none-match'] === file.etag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': file.type, ...(file.etag ? { etag: file.etag } : {}) }).end(file.body);
  });
}

const xml = (days: Record<string, Record<string, string>>, etag?: string): File => ({
  type: 'text/xml',
  body: ecbFile(days),
  ...(etag ? { etag } : {}),
});
const usd = async (on: string) => (await fxRate(deps, { base: 'EUR', quote: 'USD', on }))?.rate;
const lastPath = () => server.asked.at(-1)?.['path'];
const statusOf = async (feed: string) => (await feedStatuses(deps)).find((status) => status.feed === feed);
const waitingJobs = () => deps.db.$queryRaw<{ run_at: Date; payload: object }[]>`
  SELECT j.run_at, p.payload FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p USING (id)
  WHERE j.task_identifier = 'fetch-feed'`;

beforeEach(async () => {
  given.clock.set('2026-06-02T18:00:00Z');
  await deps.db
    .$executeRaw`TRUNCATE "Series", "PriceImport", "Observation", "ObservationInForce", "QuarantineDecision", "FxRate", "FeedTry" CASCADE`;
  await deps.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

describe('euro rates', () => {
  it('come as ninety days when days are missing, and then day by day; what is there already is not fetched again', async () => {
    const quarter = { '2026-06-01': { USD: '1.08' }, '2026-05-29': { USD: '1.07' } };
    publish({ '/quarter.xml': xml(quarter), '/daily.xml': xml({ '2026-06-02': { USD: '1.09' } }, '"d1"') });
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('taken');
    expect(lastPath()).toBe('/quarter.xml');
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('taken');
    expect(lastPath()).toBe('/daily.xml');
    expect([await usd('2026-05-30'), await usd('2026-06-02')]).toEqual(['1.07', '1.09']);
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('unchanged');
    expect(server.asked.at(-1)?.['if-none-match']).toBe('"d1"');
    // A publisher that ignores what we have: the same file changes nothing.
    publish({ '/daily.xml': xml({ '2026-06-02': { USD: '1.09' } }) });
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('unchanged');
    expect(await deps.db.fxRate.count()).toBe(3);
    expect(await statusOf('ecb')).toMatchObject({ lastSuccess: '2026-06-02T18:00:00.000Z', problem: null });
    // The days that a longer pause leaves out are looked back for.
    given.clock.set('2026-06-08T18:00:00Z');
    await fetchFeed(deps, { feed: 'ecb' });
    expect(lastPath()).toBe('/quarter.xml');
  });

  it('follow the rules of vintages: corrected by a later file, not by an earlier one; a wild one is left out', async () => {
    publish({ '/quarter.xml': xml({ '2026-06-01': { USD: '1.08', GBP: '0.84' }, '2026-05-29': { USD: '1.07' } }) });
    await fetchFeed(deps, { feed: 'ecb' });
    publish({ '/daily.xml': xml({ '2026-06-02': { USD: '9.1', GBP: '0.85' }, '2026-05-29': { USD: '1.0891' } }) });
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('taken');
    expect([await usd('2026-05-29'), await usd('2026-06-02')]).toEqual(['1.0891', '1.08']);
    expect(await deps.db.priceImport.findFirst({ orderBy: { publishedOn: 'desc' } })).toMatchObject({
      status: 'waiting',
      read: 3,
      new: 1,
      revised: 1,
      quarantined: 1,
    });
    const actor = (await testOrganisation(deps, { kind: 'programme', roles: ['officer'] })).as.officer;
    expect(await listAsideRates(deps, { actor })).toEqual([
      { base: 'EUR', quote: 'USD', on: '2026-06-02', rate: '9.1', source: 'ecb' },
    ]);
    publish({ '/daily.xml': xml({ '2026-06-01': { USD: '1.5', GBP: '0.84' } }) });
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('unchanged');
    expect(await usd('2026-06-01')).toBe('1.08');
  });

  it('are not stored from a broken file, which is read again the next time', async () => {
    publish({ '/quarter.xml': { ...xml({ '2026-06-01': { USD: '0' } }), etag: '"bad"' } });
    expect(await fetchFeed(deps, { feed: 'ecb' })).toBe('refused');
    expect(await deps.db.fxRate.count()).toBe(0);
    expect(await statusOf('ecb')).toMatchObject({
      lastSuccess: null,
      problem: { messageKey: 'pricing:import.xmlRate' },
    });
    await fetchFeed(deps, { feed: 'ecb' });
    expect(server.asked.at(-1)?.['if-none-match']).toBeUndefined();
  });
});

describe('a failure', () => {
  it('is recorded, tried again with growing pauses, and left to the timetable at last', async () => {
    server.answer((_, response) => void response.writeHead(503).end());
    await deps.db.priceImport.deleteMany();
    const pauses: (number | null)[] = [];
    for (const attempt of [1, 2, 3, 4, 5, 6]) {
      given.clock.set('2026-06-05T18:00:00Z');
      expect(await fetchFeed(deps, { feed: 'ecb', attempt })).toBe('failed');
      const { nextAt } = await deps.db.feedTry.findFirstOrThrow({ orderBy: { id: 'desc' } });
      pauses.push(nextAt && (nextAt.getTime() - Date.parse('2026-06-05T18:00:00Z')) / 60_000);
    }
    expect(pauses).toEqual([1, 5, 15, 60, 180, null]);
    const [job, ...more] = await waitingJobs();
    expect(more).toEqual([]);
    expect(job?.payload).toEqual({ feed: 'ecb', attempt: 6 });
    expect(await statusOf('ecb')).toMatchObject({
      problem: { messageKey: 'pricing:feeds.problem.serverError', params: { status: 503 }, attempt: 6 },
      next: '2026-06-08T06:40:00.000Z',
    });
  });

  it('waits as long as the publisher asks', async () => {
    server.answer((_, response) => void response.writeHead(429, { 'retry-after': '7200' }).end());
    await fetchFeed(deps, { feed: 'ecb' });
    const [job] = await waitingJobs();
    expect(job?.run_at.toISOString()).toBe('2026-06-02T20:00:00.000Z');
    expect(await statusOf('ecb')).toMatchObject({ next: '2026-06-02T20:00:00.000Z' });
  });

  it('of a kind that does not pass is not repeated', async () => {
    publish({});
    await fetchFeed(deps, { feed: 'pink-sheet' });
    expect(await waitingJobs()).toEqual([]);
  });
});

describe('the other feeds', () => {
  it('fetch the monthly prices', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    publish({ '/pink.xlsx': { type, body: await pinkSheetFile({ months: [['2026M05', 100]] }), etag: '"p"' } });
    expect(await fetchFeed(deps, { feed: 'pink-sheet' })).toBe('taken');
    expect(await fetchFeed(deps, { feed: 'pink-sheet' })).toBe('unchanged');
    expect(await deps.db.observationInForce.count()).toBe(12);
  });

  it('fill a series of the operator’s own from a licensed feed, whose key is kept nowhere', async () => {
    const days = [
      { d: '2026-05-01', v: [4000, 1, 1] },
      { d: '2026-05-05', v: [4001, 1, 1] },
      { d: '2026-06-01', v: [1, 1, 1] },
    ];
    publish({ '/gold.json': { type: 'application/json', body: JSON.stringify(days) } });
    expect(await fetchFeed(deps, { feed: 'daily-json' })).toBe('refused');
    await defineSeries(deps.db, {
      key: 'op.gold-licensed',
      commodity: 'gold',
      currency: 'USD',
      per: 'ozt',
      source: 'Example Prices Ltd',
      licence: 'Contract 1234',
      attribution: 'Example Prices Ltd, by licence',
      pageUrl: 'https://prices.example.org/',
      freshDays: 45,
      staleDays: 100,
      quarantinePct: '40',
    });
    expect(await fetchFeed(deps, { feed: 'daily-json' })).toBe('taken');
    const history = await getSeriesHistory(deps, { key: 'op.gold-licensed', from: null, to: null, knownAt: null });
    expect(history).toEqual([{ period: '2026-05', value: '4000.5', vintage: '2026-06-01', state: 'in-force' }]);
    expect(JSON.stringify(await deps.db.feedTry.findMany())).not.toContain('secret');
  });

  it('do nothing while they are switched off', async () => {
    const before = server.asked.length;
    expect(await fetchFeed(given, { feed: 'ecb' })).toBe('off');
    expect([server.asked.length, await deps.db.feedTry.count()]).toEqual([before, 0]);
  });
});
