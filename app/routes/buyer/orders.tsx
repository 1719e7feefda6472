import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor } from '#app/platform/http/request-values';
import { listOrders } from '#app/trading/pages/list-orders.server';
import { readOrderFilter } from '#app/trading/pages/order-row';
import { OrdersScreen } from '#app/trading/views/orders-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  const cursor = pageCursor(request.url);
  const filter = readOrderFilter(new URL(request.url).searchParams.get('show'));
  return {
    ...(await listOrders(context.deps, { actor, side: 'buyer', cursor, filter })),
    cursor,
    title: await pageTitle(request, 'trading:orders.title'),
  };
}

export default function Orders() {
  const { items, next, filter, cursor } = useLoaderData<typeof loader>();
  return <OrdersScreen items={items} next={next} filter={filter} cursor={cursor} side="buyer" />;
}
