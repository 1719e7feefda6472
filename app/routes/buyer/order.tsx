import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { keepTransferDetails } from '#app/payments/checkout/keep-transfer-details.server';
import { cancelOrder } from '#app/trading/orders/cancel-order.server';
import { confirmDelivery } from '#app/trading/orders/confirm-delivery.server';
import { buyerOrderPage } from '#app/trading/orders/order-page.server';
import { switchMethod } from '#app/trading/switch-method/switch-method.server';
import { otherWayOf } from '#app/trading/switch-method/ways-of-order.server';
import { BuyerOrderScreen } from '#app/trading/orders/buyer-order-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  const orderId = idOf(params['orderId']);
  let order = await buyerOrderPage(context.deps, { actor, orderId });
  if (order.transferUnderWay && !order.transfer && order.mayPay) {
    await keepTransferDetails(context.deps, { orderId });
    order = await buyerOrderPage(context.deps, { actor, orderId });
  }
  return {
    order,
    otherWay: order.mayPay ? await otherWayOf(context.deps, { actor, orderId }) : null,
    switchId: context.deps.newId(),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:order.number', { number: order.number }),
  };
}

/** The buyer pays in another way, calls an unpaid order off, or confirms that the goods came as agreed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const orderId = idOf(params['orderId']);
  const form = await readForm(request);
  if (form.text('intent') === 'switch-method') return changeMethod({ request, context, orderId, form });
  const cancelling = form.text('intent') === 'cancel';
  const actor = await requireActor(request, context, cancelling ? 'order:cancel' : 'order:confirm-delivery');
  const requestId = form.requestKey();
  const done = cancelling
    ? await cancelOrder(context.deps, { actor, orderId, reason: form.text('reason'), requestId })
    : await confirmDelivery(context.deps, {
        actor,
        orderId,
        agreed: form.text('agreed') === 'on',
        note: form.text('note'),
        requestId,
      });
  if (!done.ok) return data({ problems: [problemOf(done)], values: form.values }, { status: 422 });
  return redirectWithNotice(
    `/buyer/orders/${orderId}`,
    cancelling ? 'trading:notice.cancelled' : 'trading:notice.delivered',
  );
}

type Changing = Pick<ActionFunctionArgs, 'request' | 'context'> & {
  orderId: string;
  form: Awaited<ReturnType<typeof readForm>>;
};

async function changeMethod({ request, context, orderId, form }: Changing) {
  const actor = await requireActor(request, context, 'order:pay');
  const shown = form.text('shownTotal');
  const switched = await switchMethod(context.deps, {
    actor,
    orderId,
    method: form.text('method') === 'card' ? 'card' : 'transfer',
    shownTotalMinor: /^\d{1,18}$/.test(shown) ? BigInt(shown) : 0n,
    requestId: form.requestKey(),
  });
  if (!switched.ok) return data({ problems: [problemOf(switched)], values: form.values }, { status: 422 });
  return redirectWithNotice(`/buyer/orders/${orderId}`, 'trading:notice.switched');
}

export default function BuyerOrder() {
  const { order, otherWay, switchId, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <BuyerOrderScreen
      order={order}
      otherWay={otherWay}
      switchId={switchId}
      requestId={requestId}
      problems={sent?.problems ?? []}
      values={sent?.values ?? {}}
    />
  );
}
