import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '#app/platform/http/page-title.server';
import { apiReference } from '../open-data/api-reference';
import { ApiScreen } from '../open-data/api-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { publicUrl, api } = context.deps.settings;
  return {
    entries: apiReference(publicUrl),
    limits: { reads: api.readsPerMinute, sums: api.sumsPerMinute },
    title: await pageTitle(request, 'pricing:api.title'),
  };
}

export default function Api() {
  return <ApiScreen {...useLoaderData<typeof loader>()} />;
}
