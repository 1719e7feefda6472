import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { isAccepted } from '#app/verification/is-accepted.server';
import { listOrders } from './orders-page.server';
import type { OrderRow } from '../vocabulary/order-row';

export type BuyerToday = {
  accepted: boolean;
  /** Orders that wait for the buyer: to be paid, or to be confirmed on arrival. */
  toDo: OrderRow[];
  recent: OrderRow[];
};

/** What needs the buyer now, and the last orders. */
export async function buyerToday(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<BuyerToday> {
  const [accepted, toDo, recent] = await Promise.all([
    isAccepted(deps.db, actor.organisationId),
    listOrders(deps, { actor, side: 'buyer', states: ['placed', 'shipped'], limit: 10 }),
    listOrders(deps, { actor, side: 'buyer', limit: 5 }),
  ]);
  return { accepted, toDo: toDo.items, recent: recent.items };
}
