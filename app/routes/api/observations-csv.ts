import type { LoaderFunctionArgs } from '@remix-run/node';
import { observationsCsv } from '#app/prices/series/observations-csv';
import { cacheable } from './http/api-http.server';
import { readObservations } from './http/read-observations';

/** The same as a table for a spreadsheet. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { series, rows, lastModified } = await readObservations(context.deps, {
    key: params['seriesKey'],
    url: request.url,
  });
  const file = cacheable(request, observationsCsv(series, rows), {
    contentType: 'text/csv; charset=utf-8',
    lastModified,
  });
  file.headers.set('Content-Disposition', `attachment; filename="${series.key}.csv"`);
  return file;
}
