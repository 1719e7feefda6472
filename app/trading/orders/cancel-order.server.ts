import { releaseStock } from '#app/catalogue/stock/release-stock.server';
import type { Actor } from '#app/identity/actor';
import { requireOneSide } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { closeCheckouts } from '#app/payments/checkout/close-checkouts.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import type { StepRefusal } from '../lifecycle/order-lifecycle';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { unplace } from '../lifecycle/must-post.server';

/**
 * The buyer or the cooperative calls off an order that is not paid: the stock is for sale again, the ledger
 * mirrored, the payment page closed.
 */
export async function cancelOrder(
  deps: Deps,
  { actor, orderId, reason, requestId }: { actor: Actor; orderId: string; reason: string; requestId: string },
): Promise<Result<{ orderId: string }, StepRefusal | NoteRefusal | 'key-reused' | 'both-sides'>> {
  if (!can(actor, 'order:cancel')) throw new Forbidden();
  const said = readNote(reason, { path: 'reason' });
  if (!said.ok) return said;
  const by = actor.organisationKind;
  const scope = by === 'buyer' ? { buyerId: actor.organisationId } : { cooperativeId: actor.organisationId };
  const now = deps.clock.now();
  const result = await inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'cancel-order', input: { orderId }, now },
      async () => {
        const order = await lockOrder(tx, orderId, scope);
        const sides = [order.buyerId, order.cooperativeId, order.programmeId];
        const conflict = by === 'cooperative' ? await requireOneSide(tx, { actor, sides }) : null;
        if (conflict) return conflict;
        const moved = await moveOrder(tx, deps, order, {
          action: 'cancel',
          by,
          byUserId: actor.userId,
          note: said.value || null,
        });
        if (!moved.ok) return moved;
        await unplace(tx, deps, { orderId, occurredAt: now });
        await releaseStock(tx, { lotId: order.lotId, quantity: order.quantity.toFixed() });
        // The same job looks at what came in part for it.
        await deps.jobs.enqueue(tx, 'expire-order', { orderId }, { key: `expire-order:${orderId}`, runAt: now });
        return ok({ orderId });
      },
    ),
  );
  if (result.ok) await closeCheckouts(deps, { orderId });
  return result;
}
