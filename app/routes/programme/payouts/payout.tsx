import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { approvePayout } from '#app/payments/payouts/approve-payout.server';
import { getPayout } from '#app/payments/payouts/get-payout.server';
import { cancelPayout, recheckPayout } from '#app/payments/payouts/resolve-payout.server';
import { ProgrammePayoutScreen } from '#app/payments/views/programme-payout-screen';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:read');
  const payout = await getPayout(context.deps, { actor, side: 'programme', payoutId: idOf(params['payoutId']) });
  return {
    payout,
    mayApprove: can(actor, 'payout:approve'),
    mayCancel: can(actor, 'payout:cancel'),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'payments:payout.title', { number: payout.number }),
  };
}

const NOTICE = {
  approve: 'payments:notice.approved',
  cancel: 'payments:notice.cancelled',
  recheck: 'payments:notice.recheck',
} as const;

/** A second person approves with reference and proof; staff take a payout back or have it counted again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const payoutId = idOf(params['payoutId']);
  const form = await readForm(request, { maxFileBytes: deps.settings.maxUploadBytes });
  if (form.fileTooLarge)
    return data(
      { problems: [{ path: 'proof', messageKey: 'payments:refusal.fileTooLarge' }], values: {} },
      { status: 422 },
    );
  const wanted = form.text('intent');
  const intent = wanted === 'approve' || wanted === 'recheck' ? wanted : 'cancel';
  const actor = await requireActor(request, context, intent === 'approve' ? 'payout:approve' : 'payout:cancel');
  const requestId = form.requestKey();
  const note = { actor, payoutId, note: form.text('note'), requestId };
  const done =
    intent === 'approve'
      ? await approvePayout(deps, {
          actor,
          payoutId,
          reference: form.text('reference'),
          proof: form.file('proof'),
          requestId,
        })
      : await (intent === 'cancel' ? cancelPayout(deps, note) : recheckPayout(deps, note));
  if (!done.ok) return data({ problems: [problemOf(done)], values: form.values }, { status: 422 });
  return redirectWithNotice(`/programme/payouts/${payoutId}`, NOTICE[intent]);
}

export default function ProgrammePayout() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ProgrammePayoutScreen
      payout={loaded.payout}
      mayApprove={loaded.mayApprove}
      mayCancel={loaded.mayCancel}
      requestId={loaded.requestId}
      problems={sent?.problems ?? []}
      values={sent?.values ?? {}}
    />
  );
}
