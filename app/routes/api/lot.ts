import type { LoaderFunctionArgs } from '@remix-run/node';
import { lotAnswer } from '#app/catalogue/api/lot-answers';
import { lotPage } from '#app/catalogue/pages/lot-page.server';
import { translator } from '#app/platform/i18n/translator.server';
import { uuidParam } from '#app/platform/http/request-values';
import { cacheableJson, problem } from './http/api-http.server';
import { refuseQuery } from './http/read-query';

/** One lot that is or was for sale, with its band as of today. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  const lotId = uuidParam(params['lotId']);
  if (!lotId) return problem(404, 'No such lot');
  const page = await lotPage(context.deps, { lotId, reader: null });
  const whyNone = page.band.known ? '' : translator('en')(page.band.reasonKey, page.band.params);
  return cacheableJson(request, lotAnswer(page, whyNone, context.deps.settings.publicUrl));
}
