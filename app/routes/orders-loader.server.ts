import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/identity/require-actor.server';
import type { OrganisationKind } from '#app/identity/roles';
import { pageTitle } from '#app/platform/http/page-title.server';
import { pageCursor } from '#app/platform/http/request-values';
import { listOrders } from '#app/trading/orders/orders-page.server';
import { readOrderFilter } from '#app/trading/vocabulary/order-row';

/** What the page of orders shows to one side of them: the same page, its own orders. */
export async function loadOrders({ request, context }: LoaderFunctionArgs, side: OrganisationKind) {
  const actor = await requireActor(request, context, 'order:read');
  const cursor = pageCursor(request.url);
  const filter = readOrderFilter(new URL(request.url).searchParams.get('show'));
  return {
    ...(await listOrders(context.deps, { actor, side, cursor, filter })),
    cursor,
    side,
    title: await pageTitle(request, 'trading:orders.title'),
  };
}
