import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requirePerson } from '#app/identity/require-actor.server';
import { SessionsView } from '#app/identity/sessions/sessions-view';
import { endOtherSessions, endSession, listSessions } from '#app/identity/sessions/sessions.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return {
    sessions: await listSessions(context.deps, { person }),
    title: await pageTitle(request, 'identity:sessions.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const form = await readForm(request);
  if (form.text('intent') === 'end-others') {
    const count = await endOtherSessions(context.deps, { person });
    return redirectWithNotice('/account/sessions', 'identity:notice.sessionsEnded', { params: { count } });
  }
  await endSession(context.deps, { person, sessionId: form.text('sessionId') });
  return redirectWithNotice('/account/sessions', 'identity:notice.sessionsEnded', { params: { count: 1 } });
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return <SessionsView sessions={sessions} />;
}
