import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { decideLoss } from '#app/trading/disputes/decide-loss.server';
import { decideRefund } from '#app/trading/disputes/decide-refund.server';
import { disputePage } from '#app/trading/disputes/dispute-page.server';
import { DisputeScreen } from '#app/trading/disputes/dispute-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  const page = await disputePage(context.deps, { actor, orderId: idOf(params['orderId']) });
  return {
    page,
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:dispute.title'),
  };
}

/** Staff decide on a part of the payment that went back, or on a payment that is lost. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'refund:decide');
  const orderId = idOf(params['orderId']);
  const form = await readForm(request);
  const decision = form.text('decision') === 'end' ? 'end' : 'bear';
  const requestId = form.requestKey();
  const word = { actor, orderId, decision, note: form.text('note'), requestId } as const;
  const aboutLoss = form.text('about') === 'loss';
  const decided = await (aboutLoss ? decideLoss(context.deps, word) : decideRefund(context.deps, word));
  if (!decided.ok) return data({ problems: [problemOf(decided)], values: form.values }, { status: 422 });
  return redirectWithNotice(
    `/programme/orders/${orderId}/dispute`,
    decided.value.proposed
      ? aboutLoss
        ? 'trading:notice.lossProposed'
        : 'trading:notice.endProposed'
      : aboutLoss && decision === 'end'
        ? 'trading:notice.lossEnded'
        : decision === 'end'
          ? 'trading:notice.ending'
          : 'trading:notice.decided',
  );
}

export default function Dispute() {
  const { page, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <DisputeScreen page={page} requestId={requestId} problems={sent?.problems ?? []} values={sent?.values ?? {}} />
  );
}
