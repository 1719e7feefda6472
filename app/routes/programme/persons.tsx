import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { secondInvitation, waitingInvitations } from '#app/identity/members/second-invitation.server';
import { can } from '#app/identity/permissions';
import { confirmIdentity } from '#app/identity/persons/confirm-identity.server';
import { waitingPersons } from '#app/identity/persons/persons-page.server';
import { PersonsScreen } from '#app/identity/persons/persons-screen';
import { requireActor } from '#app/identity/require-actor.server';
import { openTrainingDays, startTrainingDay } from '#app/identity/sign-in/training-day.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'person:confirm');
  return {
    ...(await waitingPersons(context.deps, { actor })),
    seconding: await waitingInvitations(context.deps, { actor }),
    mayAudit: can(actor, 'audit:read'),
    trainingDays: await openTrainingDays(context.deps, { actor }),
    title: await pageTitle(request, 'identity:persons.list.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'person:confirm');
  const form = await readForm(request);
  const requestId = form.requestKey();
  if (form.text('intent') === 'second') {
    const invitationId = idOf(form.text('invitationId'));
    const seconded = await secondInvitation(context.deps, { actor, invitationId, requestId });
    if (!seconded.ok) return data({ problems: [problemOf(seconded)] }, { status: 422 });
    return redirectWithNotice('/programme/persons', 'identity:notice.seconded');
  }
  if (form.text('intent') === 'training') {
    const started = await startTrainingDay(context.deps, { actor, requestId });
    if (!started.ok) return data({ problems: [problemOf(started)] }, { status: 422 });
    const { code } = started.value;
    return redirectWithNotice('/programme/persons', 'identity:notice.training', { params: { code } });
  }
  const userId = idOf(form.text('userId'));
  const confirmed = await confirmIdentity(context.deps, {
    ...{ actor, userId, requestId },
    number: form.text(`number-${userId}`),
  });
  if (!confirmed.ok) return data({ problems: [problemOf(confirmed)] }, { status: 422 });
  return redirectWithNotice('/programme/persons', 'identity:notice.personConfirmed');
}

export default function Persons() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <PersonsScreen {...page} problems={sent?.problems ?? []} />;
}
