import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { switchOrganisation } from '#app/identity/organisations/switch-organisation.server';
import { requirePerson } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { idOf } from '#app/platform/http/request-values';

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return redirect('/account');
}

/** From now on this browser works for another of the person's organisations. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { userId, sessionId } = await requirePerson(request, context);
  const form = await readForm(request);
  const organisationId = idOf(form.text('organisationId'));
  const requestId = form.requestKey();
  const done = await switchOrganisation(context.deps, { userId, sessionId, organisationId, requestId });
  return redirectWithNotice('/account', done.ok ? 'identity:notice.switched' : done.messageKey);
}
