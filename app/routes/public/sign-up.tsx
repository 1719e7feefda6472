import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { optionalPerson } from '#app/identity/require-actor.server';
import { LookInMailScreen } from '#app/identity/sign-in/look-in-mail-screen';
import { signUpSchema } from '#app/identity/sign-in/person.schema';
import { safeNext } from '#app/identity/sign-in/safe-next';
import { SignUpScreen } from '#app/identity/sign-in/sign-up-screen';
import { signUp } from '#app/identity/sign-in/sign-up.server';
import { readForm } from '#app/platform/http/form.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { isLocale } from '#app/platform/i18n/locales';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = safeNext(searchParams.get('next'));
  const person = await optionalPerson(request, context);
  if (person) throw redirect(next ?? homePath(person.actor));
  return {
    next,
    values: { email: searchParams.get('email') ?? '' } as Record<string, string>,
    locale: await readerLocale(request),
    demo: context.deps.settings.demo,
    title: await pageTitle(request, 'identity:signUp.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const next = safeNext(form.text('next'));
  const parsed = signUpSchema.safeParse({
    name: form.text('name'),
    email: form.text('email'),
    password: form.text('password'),
  });
  if (!parsed.success)
    return data({ next, values: form.values, problems: problemsOf(parsed.error), sentTo: null }, { status: 422 });
  const wanted = form.text('locale');
  const locale = isLocale(wanted) ? wanted : await readerLocale(request);
  const answer = await signUp(context.deps, {
    person: parsed.data,
    locale,
    clientAddress: context.clientAddress,
    code: form.text('code'),
    requestId: form.requestKey(context.deps.settings.sessionSecret),
  });
  if (answer.ok) return data({ next, values: form.values, problems: [], sentTo: parsed.data.email });
  return data(
    { next, values: form.values, problems: [problemOf(answer)], sentTo: null },
    { status: answer.code === 'too-many-attempts' ? 429 : 422 },
  );
}

export default function SignUp() {
  const { next, values, locale, demo } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.sentTo) return <LookInMailScreen email={sent.sentTo} demo={demo} signedIn={false} problems={[]} />;
  return (
    <SignUpScreen
      next={sent?.next ?? next}
      values={sent?.values ?? values}
      locale={locale}
      problems={sent?.problems ?? []}
    />
  );
}
