import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { homePath } from '#app/identity/home-path';
import { signUpInvited } from '#app/identity/members/accept-as-newcomer.server';
import { acceptInvitation, invitationPage } from '#app/identity/members/accept-invitation.server';
import { InvitationScreen } from '#app/identity/members/invitation-screen';
import { enter, optionalPerson, requirePerson } from '#app/identity/require-actor.server';
import { newcomerSchema } from '#app/identity/sign-in/person.schema';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title ?? 'Fairlode' },
  { name: 'referrer', content: 'no-referrer' },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await optionalPerson(request, context);
  const facts = await invitationPage(context.deps, { token: params['token'] ?? '', person });
  return {
    ...facts,
    path: new URL(request.url).pathname,
    signedIn: person !== null,
    title: await pageTitle(request, 'identity:invitation.title', { organisation: facts.organisationName }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const headers = new Headers();
  const form = await readForm(request);
  const requestId = form.requestKey(context.deps.settings.sessionSecret);
  let person = await optionalPerson(request, context);
  if (!person) {
    if (form.text('intent') !== 'sign-up') await requirePerson(request, context);
    const { deps, clientAddress } = context;
    const parsed = newcomerSchema.safeParse({ name: form.text('name'), password: form.text('password') });
    if (!parsed.success) return data({ values: form.values, problems: problemsOf(parsed.error) }, { status: 422 });
    const locale = await readerLocale(request);
    const made = await signUpInvited(deps, { ...parsed.data, token, locale, clientAddress, request, requestId });
    if (!made.ok) return data({ values: form.values, problems: [problemOf(made)] }, { status: 422 });
    for (const cookie of made.value.headers.getSetCookie()) headers.append('set-cookie', cookie);
    person = await enter(context, headers);
    if (!person) throw new Error('A session that was just begun is not there');
  }
  const answer = await acceptInvitation(context.deps, { person, token, requestId });
  if (!answer.ok) return data({ values: {}, problems: [problemOf(answer)] }, { status: 422, headers });
  return redirectWithNotice(homePath(answer.value), 'identity:notice.joined', { headers });
}

export default function Invitation() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <InvitationScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
