import { dayOf } from '#app/money/calendar-day';
import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/platform/http/errors';
import { pageTitle } from '#app/platform/http/page-title.server';
import { getSeriesPage } from '#app/prices/series/get-series-page.server';
import { readKnownOn } from '#app/prices/series/known-on';
import { COMMODITY_KEY } from '#app/prices/series/commodity-keys';
import { PriceSeriesScreen } from '#app/prices/series/price-series-screen';

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
  const today = dayOf(context.deps.clock.now());
  const asked = readKnownOn(new URL(request.url).searchParams.get('knownOn'), today);
  const page = await getSeriesPage(context.deps, { key: params['seriesKey'] ?? '', knownOn: asked.day });
  if (!page) throw new NotFound();
  const title = await pageTitle(request, COMMODITY_KEY[page.series.commodity] ?? 'pricing:prices.title');
  return data({ page, asked, title }, { status: asked.problem ? 422 : 200 });
}

export default function PriceSeries() {
  const { page, asked } = useLoaderData<typeof loader>();
  return <PriceSeriesScreen {...page} asked={asked} />;
}
