import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { cooperativesPage } from '#app/programme/cooperatives/cooperatives-page.server';
import { CooperativesScreen } from '#app/programme/cooperatives/cooperatives-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  return {
    page: await cooperativesPage(context.deps, { actor }),
    title: await pageTitle(request, 'programme:cooperatives.title'),
  };
}

export default function Cooperatives() {
  return <CooperativesScreen {...useLoaderData<typeof loader>().page} />;
}
