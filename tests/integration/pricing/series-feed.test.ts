import { expect, it } from 'vitest';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { addMonths } from '#app/prices/series/period';
import { seriesFeed } from '#app/prices/series/series-feed.server';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();

function take(publishedOn: string, months: readonly string[], value: string) {
  const figures = months.map((period) => ({ series: 'wb.gold', period, value }));
  const sha256 = publishedOn.replaceAll('-', '').padStart(64, '0');
  return importVintage(deps, {
    source: 'pink-sheet',
    fileName: publishedOn,
    sha256,
    publishedOn,
    figures,
    importedBy: 'test',
  });
}

it('leads with the newest month, also after a file has filled in decades of history', async () => {
  await take('2026-05-02', ['2026-03', '2026-04'], '100');
  deps.clock.set('2026-06-03T08:00:00Z');
  const history = Array.from({ length: 60 }, (_, index) => addMonths('1960-01', index));
  await take('2026-06-02', [...history, '2026-04', '2026-05'], '101');
  const feed = (await seriesFeed(deps, { key: 'wb.gold', locale: 'en', site: 'http://a.example' })) ?? '';
  const months = [...feed.matchAll(/<id>http:\/\/a\.example\/prices\/wb\.gold#(\d{4}-\d{2})-\d+<\/id>/g)].map(
    ([, month]) => month,
  );
  expect(months).toHaveLength(36);
  // April twice: as it came, and as it was corrected.
  expect(months.slice(0, 5)).toEqual(['2026-05', '2026-04', '2026-04', '2026-03', '1964-12']);
  expect(/<updated>([^<]+)</.exec(feed)?.[1]).toBe('2026-06-03T08:00:00.000Z');
});
