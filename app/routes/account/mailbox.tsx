import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { requirePerson } from '#app/identity/require-actor.server';
import { LookInMailScreen } from '#app/identity/sign-in/look-in-mail-screen';
import { resendMailboxLink } from '#app/identity/sign-in/prove-mailbox.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (person.emailVerified) throw redirect(homePath(person.actor));
  return {
    email: person.email,
    demo: context.deps.settings.demo,
    title: await pageTitle(request, 'identity:mailbox.look'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const { requestKey } = await readForm(request);
  const sent = await resendMailboxLink(context.deps, { person, requestId: requestKey() });
  if (!sent.ok) return data({ problems: [problemOf(sent)] }, { status: sent.code === 'too-many-attempts' ? 429 : 422 });
  return redirectWithNotice('/account/mailbox', 'identity:notice.mailboxSent');
}

export default function Mailbox() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <LookInMailScreen {...page} signedIn problems={sent?.problems ?? []} />;
}
