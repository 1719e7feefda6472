import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { problemOf, problemsOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { decideApplication } from '#app/verification/review/decide-application.server';
import { decisionSchema } from '#app/verification/review/decision.schema';
import { reviewPage } from '#app/verification/review/review-page.server';
import { ReviewScreen } from '#app/verification/review/review-screen';
import { verifyPayoutDestination } from '#app/verification/payout-destination/set-destination.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.organisation.name} · Fairlode` : 'Fairlode' },
];

const NOTICE = {
  accept: 'verification:notice.accepted',
  'accept-with-plan': 'verification:notice.acceptedWithPlan',
  reject: 'verification:notice.rejected',
} as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'review:read');
  const organisationId = idOf(params['organisationId']);
  const { deps } = context;
  return {
    ...(await reviewPage(deps, { actor, organisationId })),
    requestId: deps.newId(),
    tomorrow: new Date(deps.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  const verifies = form.text('intent') === 'verify-destination';
  const actor = await requireActor(request, context, verifies ? 'payout-destination:verify' : 'review:decide');
  const organisationId = idOf(params['organisationId']);
  const here = `/programme/applications/${organisationId}`;
  if (verifies) {
    const destinationId = idOf(form.text('destinationId'));
    const verified = await verifyPayoutDestination(context.deps, { actor, destinationId });
    if (!verified.ok) return data({ values: form.values, problems: [problemOf(verified)] }, { status: 422 });
    return redirectWithNotice(here, 'verification:notice.destinationVerified');
  }
  const parsed = decisionSchema.safeParse({ ...form.values, evidenceSeen: form.all('evidenceSeen') });
  if (!parsed.success) return data({ values: form.values, problems: problemsOf(parsed.error) }, { status: 422 });
  const answer = await decideApplication(context.deps, {
    actor,
    organisationId,
    decision: parsed.data,
    requestId: form.requestKey(),
  });
  if (!answer.ok) return data({ values: form.values, problems: [problemOf(answer)] }, { status: 422 });
  return redirectWithNotice(here, NOTICE[parsed.data.action]);
}

export default function Application() {
  const page = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ReviewScreen {...page} values={sent?.values ?? {}} problems={sent?.problems ?? []} />;
}
