import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/platform/http/errors';
import { pageTitle } from '#app/platform/http/page-title.server';
import { getSeriesPage, readKnownOn } from '#app/pricing/series/get-series-page.server';
import { COMMODITY_KEY } from '#app/pricing/series/commodity-keys';
import { PriceSeriesScreen } from '#app/pricing/views/price-series-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  ...(page
    ? [
        {
          tagName: 'link',
          rel: 'alternate',
          type: 'application/atom+xml',
          href: `/prices/${page.page.series.key}.atom`,
        },
      ]
    : []),
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const knownOn = readKnownOn(new URL(request.url).searchParams.get('knownOn'));
  const page = await getSeriesPage(context.deps, { key: params['seriesKey'] ?? '', knownOn });
  if (!page) throw new NotFound();
  return { page, title: await pageTitle(request, COMMODITY_KEY[page.series.commodity] ?? 'pricing:prices.title') };
}

export default function PriceSeries() {
  return <PriceSeriesScreen {...useLoaderData<typeof loader>().page} />;
}
