import { z } from 'zod';
import type { Actor } from '#app/identity/actor';
import { requireOneSide } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { StepRefusal } from '../lifecycle/order-lifecycle';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';

const shipment = z.object({
  carrier: z.string().trim().min(2).max(120),
  reference: z.string().trim().min(1).max(120),
  /** The day the goods left, YYYY-MM-DD. */
  shippedOn: z.iso.date(),
});

export type ShipRefusal = StepRefusal | 'carrier' | 'reference' | 'shipped-on' | 'key-reused' | 'both-sides';

const FIELD_REFUSAL = {
  carrier: refuse('carrier' as const, 'trading:refusal.carrier', { path: 'carrier' }),
  reference: refuse('reference' as const, 'trading:refusal.reference', { path: 'reference' }),
  shippedOn: refuse('shipped-on' as const, 'trading:refusal.shippedOn', { path: 'shippedOn' }),
};

/** The cooperative sends a paid order: who carries it, under which number, since when. */
export async function shipOrder(
  deps: Deps,
  input: { actor: Actor; orderId: string; carrier: string; reference: string; shippedOn: string; requestId: string },
): Promise<Result<{ orderId: string }, ShipRefusal>> {
  const { actor, orderId, requestId } = input;
  if (!can(actor, 'order:ship')) throw new Forbidden();
  const read = shipment.safeParse(input);
  if (!read.success) {
    const field = read.error.issues[0]?.path[0];
    return FIELD_REFUSAL[field === 'reference' || field === 'shippedOn' ? field : 'carrier'];
  }
  const { carrier, reference, shippedOn } = read.data;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'ship-order', input: { orderId, ...read.data }, now },
      async () => {
        const order = await lockOrder(tx, orderId, { cooperativeId: actor.organisationId });
        const conflict = await requireOneSide(tx, { actor, sides: [order.buyerId, order.programmeId] });
        if (conflict) return conflict;
        const paidOn = order.paidAt?.toISOString().slice(0, 10);
        const today = now.toISOString().slice(0, 10);
        if (shippedOn > today || (paidOn !== undefined && shippedOn < paidOn)) return FIELD_REFUSAL.shippedOn;
        const moved = await moveOrder(tx, deps, order, {
          action: 'ship',
          by: 'cooperative',
          byUserId: actor.userId,
          note: `${carrier} · ${reference}`,
          at: shippedOn === today ? now : new Date(`${shippedOn}T12:00:00Z`),
          data: { carrier, carrierReference: reference },
        });
        return moved.ok ? ok({ orderId }) : moved;
      },
    ),
  );
}
