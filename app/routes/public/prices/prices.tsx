import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listSeriesWithLatest } from '#app/prices/series/list-series-with-latest.server';
import { PricesScreen } from '#app/prices/series/prices-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [series, title] = await Promise.all([
    listSeriesWithLatest(context.deps),
    pageTitle(request, 'pricing:prices.title'),
  ]);
  return { series, title };
}

export default function Prices() {
  return <PricesScreen series={useLoaderData<typeof loader>().series} />;
}
