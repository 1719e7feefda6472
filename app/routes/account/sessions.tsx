import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requirePerson } from '#app/identity/require-actor.server';
import { SessionsScreen } from '#app/identity/sessions/sessions-screen';
import { endSessions, listSessions } from '#app/identity/sessions/sessions.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';

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
  const sessionId = form.text('intent') === 'end-others' ? null : form.text('sessionId');
  const ended = await endSessions(context.deps, { person, sessionId, requestId: form.requestKey() });
  if (!ended.ok) return data({ problems: [problemOf(ended)] }, { status: 422 });
  const { count } = ended.value;
  return redirectWithNotice('/account/sessions', 'identity:notice.sessionsEnded', { params: { count } });
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <SessionsScreen sessions={sessions} problems={sent?.problems ?? []} />;
}
