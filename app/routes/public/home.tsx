import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readLotSearch } from '#app/catalogue/search/lot-search';
import { searchLots } from '#app/catalogue/search/search-lots.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { translator } from '#app/platform/i18n/translator.server';
import { listSeriesWithLatest } from '#app/prices/series/list-series-with-latest.server';
import { publicFigures } from '#app/programme/public/public-figures.server';
import { FreshLots } from '#app/front/home/fresh-lots';
import { Hero } from '#app/front/home/hero';
import { KeptByProducers } from '#app/front/home/kept-by-producers';
import { pickFeatured, pickLots } from '#app/front/home/pick-lots';
import { PriceCells, type HomePrice } from '#app/front/home/price-cells';
import { SaleSteps } from '#app/front/home/sale-steps';
import { WaysIn } from '#app/front/home/ways-in';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'description', content: page?.description ?? '' },
];

const SERIES_SHOWN = ['wb.gold', 'wb.silver', 'wb.platinum', 'wb.tin', 'wb.copper', 'wb.zinc'];
const LOTS_SHOWN = 6;
const MONTHS_DRAWN = 13;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = readLotSearch(new URLSearchParams());
  const [series, list, figures, title, locale] = await Promise.all([
    listSeriesWithLatest(context.deps),
    searchLots(context.deps, { search, cursor: null }),
    publicFigures(context.deps),
    pageTitle(request, 'platform:home.title'),
    readerLocale(request),
  ]);
  const featured = pickFeatured(list.lots);
  return {
    title,
    description: translator(locale)('platform:home.lead'),
    prices: SERIES_SHOWN.flatMap((key) => series.filter((one) => one.key === key)).flatMap(toPrice),
    featured,
    fresh: pickLots(
      list.lots.filter(({ id }) => id !== featured?.id),
      LOTS_SHOWN,
    ),
    lots: Number(list.counts.total),
    countries: list.counts.byFacet.country.length,
    figures,
  };
}

function toPrice({ latest, recent, ...one }: Awaited<ReturnType<typeof listSeriesWithLatest>>[number]): HomePrice[] {
  // What has expired makes no band and is no price of today.
  if (!latest || latest.state === 'expired') return [];
  const { period, value, ageDays, state, monthPct } = latest;
  const { key, commodity, currency, per, source, licence } = one;
  const year = recent.slice(-MONTHS_DRAWN);
  return [
    {
      key,
      commodity,
      currency,
      per,
      source,
      licence,
      period,
      value,
      ageDays,
      stale: state === 'stale',
      monthPct,
      year,
    },
  ];
}

export default function Home() {
  const { featured, lots, countries, prices, fresh, figures } = useLoaderData<typeof loader>();
  return (
    <>
      <Hero featured={featured} lots={lots} countries={countries} />
      <PriceCells prices={prices} />
      <FreshLots lots={fresh} />
      <KeptByProducers figures={figures} />
      <SaleSteps />
      <WaysIn />
    </>
  );
}
