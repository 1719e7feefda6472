import type { LoaderFunctionArgs } from '@remix-run/node';
import { listSeriesWithLatest } from '#app/pricing/series/list-series-with-latest.server';
import { cacheableJson } from './api-http.server';

/** Every reference series with its source, licence and newest value. Its ages grow each day, so that the tag alone says whether it is new. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const series = await listSeriesWithLatest(context.deps);
  return cacheableJson(request, { series: series.map(({ recent: _, ...one }) => one) });
}
