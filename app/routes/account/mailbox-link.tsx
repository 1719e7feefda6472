import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { optionalPerson } from '#app/identity/require-actor.server';
import { MailboxScreen } from '#app/identity/sign-in/mailbox-screen';
import { mailboxPage, proveMailbox } from '#app/identity/sign-in/prove-mailbox.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'referrer', content: 'no-referrer' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await optionalPerson(request, context);
  return {
    ...(await mailboxPage(context.deps, { token: params['token'] ?? '', person })),
    title: await pageTitle(request, 'identity:mailbox.title'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const person = await optionalPerson(request, context);
  const form = await readForm(request);
  const { deps, clientAddress } = context;
  const proven = await proveMailbox(deps, {
    ...{ token: params['token'] ?? '', person, password: form.text('password') },
    ...{ clientAddress, request, requestId: form.requestKey(deps.settings.sessionSecret) },
  });
  if (!proven.ok)
    return data({ problems: [problemOf(proven)] }, { status: proven.code === 'too-many-attempts' ? 429 : 422 });
  const home = homePath(person?.actor ?? null);
  return redirectWithNotice(home, 'identity:notice.mailboxProven', { headers: proven.value.headers });
}

export default function MailboxLink() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <MailboxScreen {...page} problems={sent?.problems ?? []} />;
}
