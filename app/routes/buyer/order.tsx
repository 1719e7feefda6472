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
import { buyerOrderPage } from '#app/trading/pages/order-page.server';
import { BuyerOrderScreen } from '#app/trading/views/buyer/buyer-order-screen';

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
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:order.number', { number: order.number }),
  };
}

/** The buyer calls an unpaid order off, or confirms that the goods came as agreed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const orderId = idOf(params['orderId']);
  const form = await readForm(request);
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

export default function BuyerOrder() {
  const { order, requestId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <BuyerOrderScreen order={order} requestId={requestId} problems={sent?.problems ?? []} values={sent?.values ?? {}} />
  );
}
