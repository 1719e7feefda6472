import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AccountScreen } from '#app/identity/account/account-screen';
import { changePassword, changeProfile } from '#app/identity/account/change-account.server';
import { requirePerson } from '#app/identity/require-actor.server';
import { listOwnOrganisations } from '#app/identity/organisations/switch-organisation.server';
import { passwordSchema, personNameSchema } from '#app/identity/sign-in/person.schema';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, type Problem } from '#app/platform/http/problems';
import { isLocale } from '#app/platform/i18n/locales';
import { localeCookie } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return {
    name: person.name,
    email: person.email,
    locale: person.locale,
    activeOrganisationId: person.actor?.organisationId ?? null,
    organisations: await listOwnOrganisations(context.deps, person),
    title: await pageTitle(request, 'identity:account.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const form = await readForm(request);
  const refuseWith = (problem: Problem) => data({ values: form.values, problems: [problem] }, { status: 422 });
  if (form.text('intent') === 'password') {
    const newPassword = passwordSchema.safeParse(form.text('newPassword'));
    if (!newPassword.success) {
      return refuseWith({
        path: 'newPassword',
        messageKey: newPassword.error.issues[0]?.message ?? 'identity:refusal.passwordWeak',
      });
    }
    const currentPassword = form.text('currentPassword');
    const answer = await changePassword(context.deps, {
      person,
      request,
      currentPassword,
      newPassword: newPassword.data,
      requestId: form.requestKey(context.deps.settings.sessionSecret),
    });
    if (!answer.ok) return refuseWith(problemOf(answer));
    return redirectWithNotice('/account', 'identity:notice.passwordChanged', { headers: answer.value.headers });
  }
  const name = personNameSchema.safeParse(form.text('name'));
  const locale = form.text('locale');
  if (!name.success || !isLocale(locale)) return refuseWith({ path: 'name', messageKey: 'identity:refusal.name' });
  const requestId = form.requestKey();
  const saved = await changeProfile(context.deps, { person, name: name.data, locale, requestId });
  if (!saved.ok) return refuseWith(problemOf(saved));
  const headers = new Headers({ 'Set-Cookie': localeCookie.serialize(locale) });
  return redirectWithNotice('/account', 'identity:notice.profileSaved', { headers });
}

export default function Account() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <AccountScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
