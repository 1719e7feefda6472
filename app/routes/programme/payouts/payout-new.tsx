import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { payoutDraft } from '#app/payments/prepare-payout/payout-new-page.server';
import { preparePayout } from '#app/payments/prepare-payout/prepare-payout.server';
import { PayoutNewScreen } from '#app/payments/prepare-payout/payout-new-screen';
import { NotFound } from '#app/platform/http/errors';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf, uuidParam } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:prepare');
  const asked = new URL(request.url).searchParams.get('order');
  const orderId = asked === null ? null : uuidParam(asked);
  if (asked !== null && !orderId) throw new NotFound();
  return {
    draft: orderId ? await payoutDraft(context.deps, { actor, orderId }) : null,
    owed: orderId ? [] : await owedPayouts(context.deps, { actor }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'payments:new.title'),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:prepare');
  const form = await readForm(request);
  const orderId = idOf(form.text('order'));
  const prepared = await preparePayout(context.deps, { actor, orderId, requestId: form.requestKey() });
  if (!prepared.ok) return data({ problems: [problemOf(prepared)] }, { status: 422 });
  const { payoutId, number } = prepared.value;
  return redirectWithNotice(`/programme/payouts/${payoutId}`, 'payments:notice.prepared', { params: { number } });
}

export default function PayoutNew() {
  const { draft, owed, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <PayoutNewScreen draft={draft} owed={owed} requestId={requestId} problems={sent?.problems ?? []} />;
}
