import type { LoaderFunctionArgs } from '@remix-run/node';
import { readObservations } from './http/read-observations';
import { cacheableJson } from './http/api-http.server';

/** A series by month, as known now or at an earlier instant. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { series, rows, lastModified } = await readObservations(context.deps, {
    key: params['seriesKey'],
    url: request.url,
  });
  const { key, unit, source, licence, attribution } = series;
  return cacheableJson(request, { series: key, unit, source, licence, attribution, observations: rows }, lastModified);
}
