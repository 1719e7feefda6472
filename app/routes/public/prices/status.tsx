import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { feedStatuses } from '#app/prices/feed-status/feed-status.server';
import { listAges } from '#app/prices/series/list-ages.server';
import { StatusScreen } from '#app/prices/feed-status/status-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [feeds, series, title] = await Promise.all([
    feedStatuses(context.deps),
    listAges(context.deps),
    pageTitle(request, 'pricing:feeds.title'),
  ]);
  return { feeds, series, title };
}

export default function PriceStatus() {
  const { feeds, series } = useLoaderData<typeof loader>();
  return <StatusScreen feeds={feeds} series={series} />;
}
