import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sampleLot } from '#app/catalogue/search/search-lots.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { apiReference } from '#app/front/open-data/api-page.server';
import { ApiScreen } from '#app/front/open-data/api-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicUrl, api } = context.deps.settings;
  const [lotId, title] = await Promise.all([sampleLot(context.deps), pageTitle(request, 'pricing:api.title')]);
  return {
    entries: apiReference(publicUrl, lotId),
    limits: { reads: api.readsPerMinute, sums: api.sumsPerMinute },
    title,
  };
}

export default function Api() {
  return <ApiScreen {...useLoaderData<typeof loader>()} />;
}
