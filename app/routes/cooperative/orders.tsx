import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OrdersScreen } from '#app/trading/orders/orders-screen';
import { loadOrders } from '../orders-loader.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export function loader(args: LoaderFunctionArgs) {
  return loadOrders(args, 'cooperative');
}

export default function Orders() {
  const { title: _, ...page } = useLoaderData<typeof loader>();
  return <OrdersScreen {...page} />;
}
