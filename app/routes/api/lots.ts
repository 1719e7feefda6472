import type { LoaderFunctionArgs } from '@remix-run/node';
import { lotListAnswer } from '#app/catalogue/api/lot-answers';
import { lotQuerySchema } from '#app/catalogue/api/lot-answers.schema';
import { FACETS, readLotSearch } from '#app/catalogue/search/lot-search';
import { noBandText } from '#app/catalogue/lot-band/no-band-text';
import { translator } from '#app/platform/i18n/translator.server';
import { searchLots } from '#app/catalogue/search/search-lots.server';
import { parseInput } from '#app/valuation/formula/input-issues';
import { badInput, cacheableJson } from './http/api-http.server';
import { readQuery } from './http/read-query';

/** Lots for sale, page by page, with the same filters as their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = parseInput(lotQuerySchema, readQuery(request.url, FACETS));
  if (!query.ok) return badInput(query.issues);
  const list = await searchLots(context.deps, {
    search: readLotSearch(new URL(request.url).searchParams),
    cursor: query.value.after ?? null,
  });
  const { lots, next, counts } = list;
  const t = translator('en');
  const ways = { site: context.deps.settings.publicUrl, whyNone: (reason: string | null) => t(noBandText(reason)) };
  return cacheableJson(request, lotListAnswer({ lots, next, total: counts.total }, ways));
}
