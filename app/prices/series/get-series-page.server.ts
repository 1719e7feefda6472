import { dayOf } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { getSeriesHistory, type HistoryRow } from './get-series-history.server';
import { listSeriesWithLatest, type SeriesLatest } from './list-series-with-latest.server';
import { addMonths, periodOf, type Period } from './period';

export type Revision = { period: Period; before: string; after: string; material: boolean; vintage: string };

export type SeriesPage = {
  series: SeriesLatest;
  /** Ten years up to the newest month, oldest first, without values that wait. */
  history: HistoryRow[];
  waiting: HistoryRow[];
  revisions: Revision[];
  /** YYYY-MM-DD: the page shows what was known at the end of that day; null for what is known now. */
  knownOn: string | null;
  today: string;
};

const MONTHS_SHOWN = 120;
const MOST_REVISIONS = 24;

/** One series with ten years of values and what the publisher changed since; null when there is no such series. */
export async function getSeriesPage(
  deps: Pick<Deps, 'db' | 'clock'>,
  { key, knownOn }: { key: string; knownOn: string | null },
): Promise<SeriesPage | null> {
  const series = (await listSeriesWithLatest(deps)).find((one) => one.key === key);
  if (!series) return null;
  const knownAt = knownOn === null ? null : `${knownOn}T23:59:59.999Z`;
  const newest = series.latest?.period ?? periodOf(deps.clock.now());
  const all = await getSeriesHistory(deps, { key, from: addMonths(newest, 1 - MONTHS_SHOWN), to: null, knownAt });
  const changed = await deps.db.observation.findMany({
    where: { seriesKey: key, kind: 'revised', ...(knownAt ? { recordedAt: { lte: new Date(knownAt) } } : {}) },
    orderBy: [{ vintageOn: 'desc' }, { period: 'desc' }],
    take: MOST_REVISIONS,
  });
  return {
    series,
    history: all?.filter((row) => row.state !== 'waiting') ?? [],
    waiting: all?.filter((row) => row.state === 'waiting') ?? [],
    revisions: changed.map(({ period, previousValue, value, material, vintageOn }) => ({
      period: periodOf(period),
      before: plain(previousValue?.toFixed() ?? '0'),
      after: plain(value.toFixed()),
      material,
      vintage: dayOf(vintageOn),
    })),
    knownOn,
    today: dayOf(deps.clock.now()),
  };
}
