import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { listSeriesWithLatest } from '#app/pricing/series/pages/list-series-with-latest.server';
import { PricesScreen } from '#app/pricing/views/prices-screen';

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
