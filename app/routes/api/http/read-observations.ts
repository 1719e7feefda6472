import type { Deps } from '#app/platform/deps';
import { getSeries, lastRecorded, type SeriesFacts } from '#app/prices/series/get-series.server';
import { getSeriesHistory, type HistoryRow } from '#app/prices/series/get-series-history.server';
import { observationsQuerySchema } from '#app/prices/series/observations-query.schema';
import { parseInput } from '#app/valuation/formula/input-issues';
import { badInput, problem } from './api-http.server';
import { readQuery } from './read-query';
import { refuseAhead } from './refuse-ahead';

type Observations = { series: SeriesFacts; rows: HistoryRow[]; lastModified: Date | null };

/** Throws the answer where the query is bad (422) or the series unknown (404). */
export async function readObservations(
  deps: Deps,
  { key, url }: { key: string | undefined; url: string },
): Promise<Observations> {
  const query = parseInput(observationsQuerySchema, readQuery(url));
  if (!query.ok) throw badInput(query.issues);
  refuseAhead(deps, query.value);
  const series = await getSeries(deps, key ?? '');
  const rows = series && (await getSeriesHistory(deps, { key: series.key, ...query.value }));
  if (!series || !rows) throw problem(404, 'No such series');
  return { series, rows, lastModified: await lastRecorded(deps, series.key) };
}
