import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { conflictsPage } from '#app/identity/persons/conflicts-page.server';
import { ConflictsScreen } from '#app/identity/persons/conflicts-screen';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'person:confirm');
  return {
    conflicts: await conflictsPage(context.deps, { actor }),
    title: await pageTitle(request, 'identity:persons.conflicts.title'),
  };
}

export default function Conflicts() {
  const { conflicts } = useLoaderData<typeof loader>();
  return <ConflictsScreen conflicts={conflicts} />;
}
