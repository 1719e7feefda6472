import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { enter, hasJustEntered, optionalPerson } from '#app/identity/require-actor.server';
import { listDemoLogins } from '#app/identity/sign-in/demo-logins.server';
import { safeNext } from '#app/identity/sign-in/safe-next';
import { carriedForm, holdForm } from '#app/identity/sign-in/held-form';
import { SendHeldScreen } from '#app/identity/sign-in/send-held-screen';
import { SignInScreen } from '#app/identity/sign-in/sign-in-screen';
import { findHome } from '#app/identity/sign-in/find-home.server';
import { signIn } from '#app/identity/sign-in/sign-in.server';
import { readForm } from '#app/platform/http/form.server';
import { problemOf } from '#app/platform/http/problems';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pickedLocale } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = nextOf(request);
  const person = await optionalPerson(request, context);
  if (person && !hasJustEntered(context)) throw redirect(next ?? homePath(person.actor));
  return { next, demo: await listDemoLogins(context.deps), title: await pageTitle(request, 'identity:signIn.title') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, { maxFileBytes: context.deps.settings.maxUploadBytes });
  // A form of another page, sent on by the guard: nobody has tried to sign in yet.
  if (new URL(request.url).searchParams.has('held')) {
    const next = nextOf(request);
    // Without its passwords a form is of no use: it is filled in again, if it is still needed.
    const held = form.hasPasswords ? null : holdForm(form, next);
    const again = form.hasPasswords ? 'identity:held.password' : null;
    return data({ email: '', next, held, again, name: null, problems: [] }, { status: 401 });
  }
  const next = safeNext(form.text('next'));
  const held = carriedForm(form);
  const email = form.text('email');
  const answer = await signIn(context.deps, {
    email,
    password: form.text('password'),
    clientAddress: context.clientAddress,
    request,
    picked: pickedLocale(request),
  });
  if (answer.ok && held) {
    const person = await enter(context, answer.value.headers);
    const page = { email, next, held, again: null, name: person?.name ?? email, problems: [] };
    return data(page, { headers: answer.value.headers });
  }
  if (answer.ok) {
    const home = next ?? (await findHome(context.deps, answer.value));
    return redirect(home, { status: 303, headers: answer.value.headers });
  }
  return data(
    { email, next, held, again: null, name: null, problems: [problemOf(answer)] },
    { status: answer.code === 'too-many-attempts' ? 429 : 422 },
  );
}

export default function SignIn() {
  const { next, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const held = sent?.held ?? null;
  if (held && sent?.name) return <SendHeldScreen held={held} name={sent.name} />;
  return (
    <SignInScreen
      next={sent?.next ?? next}
      held={held}
      again={sent?.again ?? null}
      email={sent?.email ?? ''}
      problems={sent?.problems ?? []}
      demo={demo}
    />
  );
}

function nextOf(request: Request): string | null {
  const { searchParams } = new URL(request.url);
  return safeNext(searchParams.get('next') ?? searchParams.get('held'));
}
