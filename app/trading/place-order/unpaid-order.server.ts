import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';

export type UnpaidOrder = { id: string; number: string };

/**
 * A buyer's newest order for a lot that waits for its payment and holds stock, or null: a second press of the
 * button is not a second wish.
 */
export function unpaidOrder(
  db: Pick<Tx, 'order'>,
  { actor, lotId }: { actor: Actor; lotId: string },
): Promise<UnpaidOrder | null> {
  return db.order.findFirst({
    where: { lotId, buyerId: actor.organisationId, state: 'placed' },
    orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, number: true },
  });
}
