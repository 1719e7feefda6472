import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { pageTitle } from '#app/platform/http/page-title.server';
import { buyerToday } from '#app/trading/orders/buyer-today-page.server';
import { BuyerTodayScreen } from '#app/trading/orders/buyer-today-screen';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'order:read');
  return {
    ...(await buyerToday(context.deps, { actor })),
    organisationName: actor.organisationName,
    title: await pageTitle(request, 'trading:today.title'),
  };
}

export default function BuyerTodayRoute() {
  return <BuyerTodayScreen {...useLoaderData<typeof loader>()} />;
}
