import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { optionalPerson } from '#app/identity/require-actor.server';
import { listDemoLogins } from '#app/identity/sign-in/demo-logins.server';
import { safeNext } from '#app/identity/sign-in/safe-next';
import { SignInView } from '#app/identity/sign-in/sign-in-view';
import { findHome } from '#app/identity/sign-in/find-home.server';
import { signIn } from '#app/identity/sign-in/sign-in.server';
import { readForm } from '#app/platform/http/form.server';
import { problemOf } from '#app/platform/http/problems';
import { pageTitle } from '#app/platform/http/page-title.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = safeNext(new URL(request.url).searchParams.get('next'));
  const person = await optionalPerson(request, context);
  if (person) throw redirect(next ?? homePath(person.actor));
  return { next, demo: await listDemoLogins(context.deps), title: await pageTitle(request, 'identity:signIn.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const next = safeNext(form.text('next'));
  const email = form.text('email');
  const answer = await signIn(context.deps, {
    email,
    password: form.text('password'),
    clientAddress: context.clientAddress,
    request,
  });
  if (answer.ok) {
    const home = next ?? (await findHome(context.deps, answer.value));
    return redirect(home, { status: 303, headers: answer.value.headers });
  }
  return data(
    { email, next, problems: [problemOf(answer)] },
    { status: answer.code === 'too-many-attempts' ? 429 : 422 },
  );
}

export default function SignIn() {
  const { next, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <SignInView next={sent?.next ?? next} email={sent?.email ?? ''} problems={sent?.problems ?? []} demo={demo} />;
}
