import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createOrganisation } from '#app/identity/organisations/create-organisation.server';
import { listProgrammes } from '#app/identity/organisations/list-programmes.server';
import { OrganisationScreen } from '#app/identity/organisations/organisation-screen';
import { organisationSchema } from '#app/identity/organisations/organisation.schema';
import { switchOrganisation } from '#app/identity/organisations/switch-organisation.server';
import { requireProvenPerson } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireProvenPerson(request, context);
  return {
    requestId: context.deps.newId(),
    programmes: await listProgrammes(context.deps),
    title: await pageTitle(request, 'identity:organisation.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireProvenPerson(request, context);
  const form = await readForm(request);
  const parsed = organisationSchema.safeParse({ ...form.values, womenLed: form.text('womenLed') === 'on' });
  if (!parsed.success) return data({ values: form.values, problems: problemsOf(parsed.error) }, { status: 422 });
  const answer = await createOrganisation(context.deps, {
    ...parsed.data,
    locale: person.locale,
    founderId: person.userId,
    requestId: form.requestKey(),
  });
  if (!answer.ok) return data({ values: form.values, problems: [problemOf(answer)] }, { status: 422 });
  const { organisationId } = answer.value;
  const { userId, sessionId } = person;
  await switchOrganisation(context.deps, { userId, sessionId, organisationId, requestId: form.requestKey() });
  return redirectWithNotice(`/${parsed.data.kind}/application`, 'identity:notice.organisationFounded');
}

export default function OrganisationNew() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <OrganisationScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
