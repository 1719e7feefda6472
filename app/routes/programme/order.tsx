import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { can } from '#app/identity/permissions';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { idOf } from '#app/platform/http/request-values';
import { programmeOrderPage } from '#app/trading/orders/order-page.server';
import { ProgrammeOrderScreen } from '#app/trading/orders/programme-order-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  const orderId = idOf(params['orderId']);
  const order = await programmeOrderPage(context.deps, { actor, orderId });
  return {
    order,
    mayPrepare: can(actor, 'payout:prepare'),
    title: await pageTitle(request, 'trading:order.number', { number: order.number }),
  };
}

export default function ProgrammeOrder() {
  const { order, mayPrepare } = useLoaderData<typeof loader>();
  return <ProgrammeOrderScreen order={order} mayPrepare={mayPrepare} />;
}
