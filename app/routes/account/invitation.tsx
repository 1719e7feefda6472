import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { acceptInvitation, invitationPage } from '#app/identity/members/accept-invitation.server';
import { InvitationView } from '#app/identity/members/invitation-view';
import { optionalPerson, requirePerson } from '#app/identity/require-actor.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'referrer', content: 'no-referrer' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const facts = await invitationPage(context.deps, { token: params['token'] ?? '' });
  const person = await optionalPerson(request, context);
  return {
    ...facts,
    path: new URL(request.url).pathname,
    readerEmail: person?.email ?? null,
    title: await pageTitle(request, 'identity:invitation.title', { organisation: facts.organisationName }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const answer = await acceptInvitation(context.deps, { person, token: params['token'] ?? '' });
  if (!answer.ok) return data({ problems: [problemOf(answer)] }, { status: 422 });
  return redirectWithNotice(homePath(answer.value), 'identity:notice.joined');
}

export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <InvitationView {...page} problems={sent?.problems ?? []} />;
}
