import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readLotSearch } from '#app/catalogue/search/lot-search';
import { searchLots } from '#app/catalogue/search/search-lots.server';
import { LotListScreen } from '#app/catalogue/search/lot-list-screen';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { pageCursor } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = readLotSearch(new URL(request.url).searchParams, await readerLocale(request));
  const cursor = pageCursor(request.url);
  const [list, title] = await Promise.all([
    searchLots(context.deps, { search, cursor }),
    pageTitle(request, 'catalogue:lots.title'),
  ]);
  return { ...list, search, cursor, title };
}

export default function Lots() {
  return <LotListScreen {...useLoaderData<typeof loader>()} />;
}
