import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { getPayout } from '#app/payments/show-payout/payout-page.server';
import { CooperativePayoutScreen } from '#app/payments/show-payout/cooperative-payout-screen';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { convertMoney } from '#app/prices/rates/convert-money.server';
import { confirmPayout } from '#app/trading/settlement/confirm-payout.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:read');
  const payout = await getPayout(context.deps, { actor, side: 'cooperative', payoutId: idOf(params['payoutId']) });
  return {
    payout,
    mayConfirm: can(actor, 'payout:confirm'),
    converted: await convertMoney(context.deps, {
      minor: payout.sumMinor,
      currency: payout.currency,
      to: payout.payeeCurrency,
    }),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'payments:payout.title', { number: payout.number }),
  };
}

/** The treasurer says what arrived. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:confirm');
  const payoutId = idOf(params['payoutId']);
  const form = await readForm(request);
  const confirmed = await confirmPayout(context.deps, {
    actor,
    payoutId,
    received: form.text('received'),
    locale: await readerLocale(request),
    note: form.text('note'),
    requestId: form.requestKey(),
  });
  if (!confirmed.ok) return data({ problems: [problemOf(confirmed)], values: form.values }, { status: 422 });
  const { state, orderId } = confirmed.value;
  if (state === 'mismatch')
    return redirectWithNotice(`/cooperative/payouts/${payoutId}`, 'payments:notice.mismatch', { tone: 'warn' });
  return redirectWithNotice(`/cooperative/orders/${orderId}`, 'payments:notice.confirmed');
}

export default function CooperativePayout() {
  const { payout, mayConfirm, converted, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <CooperativePayoutScreen
      payout={payout}
      mayConfirm={mayConfirm}
      converted={converted}
      requestId={requestId}
      problems={sent?.problems ?? []}
      values={sent?.values ?? {}}
    />
  );
}
