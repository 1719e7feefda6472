import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { readerLocale } from '#app/platform/i18n/reader-locale.server';
import { payOrder } from '#app/trading/take-payment/pay-order.server';
import { returnFromPayment } from '#app/trading/take-payment/return-from-payment.server';
import { buyerOrderPage } from '#app/trading/orders/order-page.server';
import { PayScreen } from '#app/trading/take-payment/pay-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

/** Before paying: what for. After paying: Stripe sends the buyer back here, often before its webhook. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:pay');
  const orderId = idOf(params['orderId']);
  const returned = new URL(request.url).searchParams.has('returned');
  if (returned) await returnFromPayment(context.deps, { actor, orderId });
  const order = await buyerOrderPage(context.deps, { actor, orderId });
  const here = `/buyer/orders/${orderId}`;
  if (returned && order.state === 'paid')
    throw await redirectWithNotice(here, 'trading:notice.paid', { params: { number: order.number } });
  if (returned && order.transferUnderWay)
    throw await redirectWithNotice(here, 'trading:next.transfer', { tone: 'info' });
  return {
    order,
    waiting: returned && order.state === 'placed',
    testPayments: context.deps.settings.payments.isTest,
    title: await pageTitle(request, 'trading:pay.title'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context, 'order:pay');
  const started = await payOrder(context.deps, {
    actor,
    orderId: idOf(params['orderId']),
    locale: await readerLocale(request),
  });
  if (!started.ok) return data({ problems: [problemOf(started)] }, { status: 422 });
  return redirect(started.value.url, 303);
}

export default function OrderPay() {
  const { order, waiting, testPayments } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <PayScreen order={order} waiting={waiting} testPayments={testPayments} problems={sent?.problems ?? []} />;
}
