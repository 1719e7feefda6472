import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import type { StepRefusal } from '../lifecycle/order-lifecycle';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { mustPost } from '../lifecycle/must-post.server';
import { settlementEntry } from '../lifecycle/order-entries';

/**
 * The buyer has the goods and agrees with their assay or description: the held funds go to everyone named at
 * the order, and the net is owed to the cooperative.
 */
export async function confirmDelivery(
  deps: Deps,
  {
    actor,
    orderId,
    agreed,
    note,
    requestId,
  }: { actor: Actor; orderId: string; agreed: boolean; note: string; requestId: string },
): Promise<
  Result<{ orderId: string }, StepRefusal | NoteRefusal | 'goods-not-agreed' | 'key-reused' | PersonConflict>
> {
  if (!can(actor, 'order:confirm-delivery')) throw new Forbidden();
  if (!agreed) return refuse('goods-not-agreed', 'trading:refusal.goodsNotAgreed', { path: 'agreed' });
  const said = readNote(note);
  if (!said.ok) return said;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'confirm-delivery', input: { orderId }, now },
      async () => {
        const order = await lockOrder(tx, orderId, { buyerId: actor.organisationId });
        const conflict = await requireDistinctPersons(tx, { actor, sides: [order.cooperativeId] });
        if (conflict) return conflict;
        const moved = await moveOrder(tx, deps, order, {
          action: 'confirm-delivery',
          by: 'buyer',
          byUserId: actor.userId,
          note: said.value || null,
          facts: { agreed },
        });
        if (!moved.ok) return moved;
        const charges = await tx.orderCharge.findMany({ where: { orderId }, orderBy: { position: 'asc' } });
        await mustPost(tx, deps, settlementEntry(order, charges, now));
        return ok({ orderId });
      },
    ),
  );
}
