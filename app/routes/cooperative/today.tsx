import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { todayPage } from '#app/front/today/today-page.server';
import { TodayScreen } from '#app/front/today/today-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'distribution:read');
  return { page: await todayPage(context.deps, { actor }), title: await pageTitle(request, 'programme:today.title') };
}

export default function Today() {
  return <TodayScreen page={useLoaderData<typeof loader>().page} />;
}
