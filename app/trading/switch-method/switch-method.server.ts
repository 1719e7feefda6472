import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { closeCheckouts } from '#app/payments/checkout/close-checkouts.server';
import type { LimitRefusal } from '#app/payments/limits/method-offers';
import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { lockOrder } from '../lifecycle/move-order.server';
import { replacePlacedEntry } from '../lifecycle/must-post.server';
import { payByOf } from '../vocabulary/payment-hold';
import { waysOfOrder } from './ways-of-order.server';

type Input = {
  actor: Actor;
  orderId: string;
  method: PaymentMethod;
  /** What the buyer saw to be paid in all. */
  shownTotalMinor: bigint;
  requestId: string;
};
export type SwitchRefusal =
  LimitRefusal | 'order-not-payable' | 'price-changed' | 'payments-unavailable' | 'key-reused';

/**
 * The buyer of an unpaid order pays in another way: its cost is frozen anew under the order's lock, with the
 * placed entry mirrored and posted again. The old way's page is closed first. Money that still comes by it
 * pays the order where the sum is the same, and else goes back.
 */
export async function switchMethod(deps: Deps, input: Input): Promise<Result<{ orderId: string }, SwitchRefusal>> {
  const { actor, orderId, method, shownTotalMinor, requestId } = input;
  if (!can(actor, 'order:pay')) throw new Forbidden();
  const own = { id: orderId, buyerId: actor.organisationId, state: 'placed', paymentMethod: { not: method } } as const;
  if ((await deps.db.order.count({ where: own })) > 0) {
    await closeCheckouts(deps, { orderId });
    // A page that stays open would take the old sum.
    if ((await deps.db.checkout.count({ where: { orderId, state: 'open' } })) > 0)
      return refuse('payments-unavailable', 'payments:refusal.unavailable');
  }
  const now = deps.clock.now();
  const sent = { orderId, method, shownTotalMinor: shownTotalMinor.toString() };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'switch-method', input: sent, now },
      async (): Promise<Result<{ orderId: string }, SwitchRefusal>> => {
        const order = await lockOrder(tx, orderId, { buyerId: actor.organisationId });
        if (order.state !== 'placed' || order.payBy <= now || order.paymentMethod === null)
          return refuse('order-not-payable', 'trading:refusal.notPayable');
        if (order.paymentMethod === method) return ok({ orderId });
        const offer = (await waysOfOrder(deps, tx, order)).find((way) => way.method === method);
        if (!offer) return refuse('order-not-payable', 'trading:refusal.notPayable');
        if (offer.refusal) return { ...offer.refusal, path: 'method' };
        if (offer.totalMinor !== shownTotalMinor) return refuse('price-changed', 'trading:refusal.priceChanged');
        const payBy = method === 'transfer' ? await daysFor(tx, order) : order.payBy;
        const changed = await tx.order.update({
          where: { id: orderId },
          data: { paymentMethod: method, paymentCostMinor: offer.costMinor, payBy },
        });
        await replacePlacedEntry(tx, deps, { order: changed, occurredAt: now });
        // A request that got no answer was for the old way.
        await tx.checkoutRequest.updateMany({ where: { orderId, sessionId: null }, data: { refusedAt: now } });
        // At once: it sends back what came in part the old way, and waits for pay-by again.
        await deps.jobs.enqueue(tx, 'expire-order', { orderId }, { key: `expire-order:${orderId}`, runAt: now });
        return ok({ orderId });
      },
    ),
  );
}

/**
 * As long as a transfer is waited for, counted from the order, so that switching to and fro gains nothing.
 * Never shorter than before.
 */
async function daysFor(tx: Tx, { id, buyerId, placedAt, payBy }: Order): Promise<Date> {
  const others = await tx.order.count({ where: { buyerId, state: 'placed', id: { not: id } } });
  const days = payByOf(placedAt, 'transfer', others);
  return days > payBy ? days : payBy;
}
