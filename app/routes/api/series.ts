import type { LoaderFunctionArgs } from '@remix-run/node';
import { listSeriesWithLatest } from '#app/prices/series/list-series-with-latest.server';
import { pageOf } from '#app/prices/series/own-series';
import { cacheableJson } from './http/api-http.server';
import { refuseQuery } from './http/read-query';

/** Every reference series with its source, licence and newest value. Its ages grow each day, so that the tag alone says whether it is new. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  const series = await listSeriesWithLatest(context.deps);
  const { publicUrl } = context.deps.settings;
  const answers = series.map(({ recent: _, ...one }) => ({ ...one, pageUrl: pageOf(one, publicUrl) }));
  return cacheableJson(request, { series: answers });
}
