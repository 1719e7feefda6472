import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { COUNTRY_CODES } from '#app/identity/organisations/countries';
import { claimIdentity, verifyPhone } from '#app/identity/persons/claim-identity.server';
import { identityClaimSchema } from '#app/identity/persons/identity-claim.schema';
import { identityPage } from '#app/identity/persons/identity-page.server';
import { IdentityScreen } from '#app/identity/persons/identity-screen';
import { requirePerson } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { formatsFor } from '#app/platform/i18n/format';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const locale = await readerLocale(request);
  const { country } = formatsFor(locale);
  return {
    page: await identityPage(context.deps, { person }),
    countries: COUNTRY_CODES.map((code) => ({ code, name: country(code) })).sort((a, b) =>
      a.name.localeCompare(b.name, locale),
    ),
    country: person.actor?.countryCode ?? 'TZ',
    title: await pageTitle(request, 'identity:persons.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const form = await readForm(request);
  if (form.text('intent') === 'code') {
    const verified = await verifyPhone(context.deps, { person, code: form.text('code') });
    if (!verified.ok) return data({ values: {}, problems: [problemOf(verified)] }, { status: 422 });
    return redirectWithNotice('/account/identity', 'identity:notice.phoneVerified');
  }
  const parsed = identityClaimSchema.safeParse(form.values);
  if (!parsed.success) return data({ values: form.values, problems: problemsOf(parsed.error) }, { status: 422 });
  const claimed = await claimIdentity(context.deps, { person, claim: parsed.data, requestId: form.requestKey() });
  if (!claimed.ok) return data({ values: form.values, problems: [problemOf(claimed)] }, { status: 422 });
  return redirectWithNotice('/account/identity', 'identity:notice.codeSent');
}

export default function Identity() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <IdentityScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
