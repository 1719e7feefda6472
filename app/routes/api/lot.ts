import type { LoaderFunctionArgs } from '@remix-run/node';
import { lotAnswer } from '#app/catalogue/api/lot-answers';
import { waysToPay } from '#app/catalogue/ways-to-pay/ways-to-pay.server';
import { lotPage } from '#app/catalogue/show-lot/lot-page.server';
import type { Refusal } from '#app/platform/result';
import { translator } from '#app/platform/i18n/translator.server';
import { uuidParam } from '#app/platform/http/request-values';
import { cacheableJson, problem } from './http/api-http.server';
import { refuseQuery } from './http/read-query';

/** One lot that is or was for sale, with its band as of today and the ways to pay it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  const lotId = uuidParam(params['lotId']);
  if (!lotId) return problem(404, 'No such lot');
  const page = await lotPage(context.deps, { lotId, reader: null });
  const t = translator('en');
  const whyNone = page.band.known ? '' : t(page.band.reasonKey, page.band.params);
  const ways = await waysToPay(context.deps, { ...page.lot, cooperativeId: page.seller.id });
  const site = context.deps.settings.publicUrl;
  const say = ({ messageKey, params }: Refusal) => t(messageKey, params);
  return cacheableJson(request, lotAnswer(page, { whyNone, site, ways, say }));
}
