import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askedState, ownLots } from '#app/catalogue/own-lots/own-lots-page.server';
import { OwnLotsScreen } from '#app/catalogue/own-lots/own-lots-screen';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { Forbidden } from '#app/platform/http/errors';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'lot:read');
  if (actor.organisationKind !== 'cooperative') throw new Forbidden();
  const [state, cursor] = [askedState(request.url), pageCursor(request.url)];
  return {
    page: await ownLots(context.deps, { actor, state, cursor }),
    state,
    cursor,
    mayWrite: can(actor, 'lot:write'),
    title: await pageTitle(request, 'catalogue:own.title'),
  };
}

export default function OwnLots() {
  const { page, state, cursor, mayWrite } = useLoaderData<typeof loader>();
  return <OwnLotsScreen page={page} state={state} cursor={cursor} mayWrite={mayWrite} />;
}
