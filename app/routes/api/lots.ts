import type { LoaderFunctionArgs } from '@remix-run/node';
import { lotListAnswer } from '#app/catalogue/api/lot-answers';
import { lotQuerySchema } from '#app/catalogue/api/lot-answers.schema';
import { readLotSearch } from '#app/catalogue/search/lot-search';
import { searchLots } from '#app/catalogue/search/search-lots.server';
import { parseInput } from '#app/pricing/valuation/input-issues';
import { badInput, cacheableJson } from './api-http.server';

const SINGLE = new Set(['massMin', 'massMax', 'purityMin', 'purityMax', 'sort', 'after']);

/** Lots for sale, page by page, with the same filters as their page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  const given = names.map((name) => [name, SINGLE.has(name) ? searchParams.get(name) : searchParams.getAll(name)]);
  const query = parseInput(lotQuerySchema, Object.fromEntries(given));
  if (!query.ok) return badInput(query.issues);
  const list = await searchLots(context.deps, {
    search: readLotSearch(searchParams),
    cursor: query.value.after ?? null,
  });
  const { lots, next, counts } = list;
  return cacheableJson(request, lotListAnswer({ lots, next, total: counts.total }, context.deps.settings.publicUrl));
}
