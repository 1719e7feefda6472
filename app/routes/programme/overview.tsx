import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { overviewPage } from '#app/programme/overview/overview-page.server';
import { OverviewScreen } from '#app/programme/overview/overview-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'programme:read');
  const asOf = new URL(request.url).searchParams.get('asOf');
  return {
    page: await overviewPage(context.deps, { actor, asOf }),
    title: await pageTitle(request, 'programme:overview.title'),
  };
}

export default function Overview() {
  return <OverviewScreen page={useLoaderData<typeof loader>().page} />;
}
