import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cancelInvitation } from '#app/identity/members/cancel-invitation.server';
import { changeRole, removeMember } from '#app/identity/members/change-member.server';
import { inviteMember } from '#app/identity/members/invite-member.server';
import { membersPage } from '#app/identity/members/members-page.server';
import { MembersScreen } from '#app/identity/members/members-screen';
import { secondInvitation } from '#app/identity/members/second-invitation.server';
import { requireActor } from '#app/identity/require-actor.server';
import { NotFound } from '#app/platform/http/errors';
import { readForm, type Form } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import type { Refusal } from '#app/platform/result';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'member:read');
  return {
    ...(await membersPage(context.deps, { actor })),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'identity:members.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await readForm(request);
  const requestId = form.requestKey();
  if (form.text('intent') === 'second') {
    const actor = await requireActor(request, context, 'member:second');
    const answer = await secondInvitation(deps, { actor, invitationId: id(form, 'invitationId'), requestId });
    return answer.ok ? done('identity:notice.seconded') : refused(form, answer);
  }
  const actor = await requireActor(request, context, 'member:manage');
  switch (form.text('intent')) {
    case 'invite': {
      const answer = await inviteMember(deps, {
        actor,
        email: form.text('email'),
        role: form.text('role'),
        requestId,
      });
      if (!answer.ok) return refused(form, answer);
      if (answer.value.waits) return done('identity:notice.invitedWaits');
      return done('identity:notice.invited', { email: form.text('email') });
    }
    case 'cancel': {
      const answer = await cancelInvitation(deps, { actor, invitationId: id(form, 'invitationId'), requestId });
      return answer.ok ? done('identity:notice.invitationCancelled') : refused(form, answer);
    }
    case 'change-role': {
      const membershipId = id(form, 'membershipId');
      const role = form.text(`role-${membershipId}`);
      const answer = await changeRole(deps, { actor, membershipId, role, requestId });
      return answer.ok ? done('identity:notice.roleChanged') : refused(form, answer);
    }
    case 'remove': {
      const answer = await removeMember(deps, { actor, membershipId: id(form, 'membershipId'), requestId });
      return answer.ok ? done('identity:notice.memberRemoved') : refused(form, answer);
    }
    default:
      throw new NotFound();
  }
}

function id(form: Form, field: string): string {
  const value = idOf(form.text(field));
  return value;
}

function done(messageKey: string, params?: Record<string, string>) {
  return redirectWithNotice('/account/members', messageKey, params ? { params } : {});
}

function refused(form: Form, refusal: Refusal) {
  return data({ values: form.values, problems: [problemOf(refusal)] }, { status: 422 });
}

export default function Members() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <MembersScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
