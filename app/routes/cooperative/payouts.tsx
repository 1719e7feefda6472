import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireActor } from '#app/identity/require-actor.server';
import { listPayouts } from '#app/payments/payouts/payouts-page.server';
import { PayoutsScreen } from '#app/payments/payouts/payouts-screen';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor } from '#app/platform/http/request-values';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Fairlode' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context, 'payout:read');
  const cursor = pageCursor(request.url);
  return {
    ...(await listPayouts(context.deps, { actor, side: 'cooperative', cursor })),
    cursor,
    title: await pageTitle(request, 'payments:payouts.title'),
  };
}

export default function CooperativePayouts() {
  const { items, next, cursor } = useLoaderData<typeof loader>();
  return <PayoutsScreen side="cooperative" items={items} next={next} cursor={cursor} />;
}
