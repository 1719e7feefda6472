import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { readForm } from '#app/platform/http/form.server';
import { redirectWithNotice } from '#app/platform/http/notice.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { problemOf } from '#app/platform/http/problems';
import { idOf } from '#app/platform/http/request-values';
import { cancelOrder } from '#app/trading/orders/cancel-order.server';
import { shipOrder } from '#app/trading/orders/ship-order.server';
import { cooperativeOrderPage } from '#app/trading/orders/order-page.server';
import { CooperativeOrderScreen } from '#app/trading/orders/cooperative-order-screen';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  const order = await cooperativeOrderPage(context.deps, { actor, orderId: idOf(params['orderId']) });
  return {
    order,
    today: context.deps.clock.now().toISOString().slice(0, 10),
    requestId: context.deps.newId(),
    title: await pageTitle(request, 'trading:order.number', { number: order.number }),
  };
}

/** The cooperative sends a paid order, or calls an unpaid one off. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const orderId = idOf(params['orderId']);
  const form = await readForm(request);
  const cancelling = form.text('intent') === 'cancel';
  const actor = await requireActor(request, context, cancelling ? 'order:cancel' : 'order:ship');
  const requestId = form.requestKey();
  const done = cancelling
    ? await cancelOrder(context.deps, { actor, orderId, reason: form.text('reason'), requestId })
    : await shipOrder(context.deps, {
        actor,
        orderId,
        carrier: form.text('carrier'),
        reference: form.text('reference'),
        shippedOn: form.text('shippedOn'),
        requestId,
      });
  if (!done.ok) return data({ problems: [problemOf(done)], values: form.values }, { status: 422 });
  return redirectWithNotice(
    `/cooperative/orders/${orderId}`,
    cancelling ? 'trading:notice.cancelled' : 'trading:notice.shipped',
  );
}

export default function CooperativeOrder() {
  const loaded = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <CooperativeOrderScreen
      order={loaded.order}
      today={loaded.today}
      requestId={loaded.requestId}
      problems={sent?.problems ?? []}
      values={sent?.values ?? {}}
    />
  );
}
