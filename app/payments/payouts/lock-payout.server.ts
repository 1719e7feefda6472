import type { Payout } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import { NotFound } from '#app/platform/http/errors';
import { refuse, type Refusal } from '#app/platform/result';

/**
 * Locks the payout's order and then its row until the transaction ends: two approvals at once become one
 * after the other, and none passes a dispute that freezes the order in the same moment. Throws NotFound out
 * of scope.
 */
export async function lockPayout(
  tx: Tx,
  payoutId: string,
  scope: { programmeId?: string; cooperativeId?: string },
): Promise<Payout> {
  const [found] = await tx.$queryRaw<{ orderId: string }[]>`
    SELECT "orderId" FROM "Payout" WHERE id = ${payoutId}::uuid`;
  if (!found) throw new NotFound('no such payout');
  await tx.$queryRaw`SELECT id FROM "Order" WHERE id = ${found.orderId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM "Payout" WHERE id = ${payoutId}::uuid FOR NO KEY UPDATE`;
  const payout = await tx.payout.findUniqueOrThrow({ where: { id: payoutId } });
  if (scope.programmeId !== undefined && payout.programmeId !== scope.programmeId)
    throw new NotFound('payout of another programme');
  if (scope.cooperativeId !== undefined && payout.cooperativeId !== scope.cooperativeId)
    throw new NotFound('payout to another cooperative');
  return payout;
}

/**
 * Nothing of a payout moves while its order's money is disputed or went back. Read under the order's lock.
 * Null where nothing stands in the way.
 */
export async function refuseFrozen(tx: Pick<Tx, 'order'>, orderId: string): Promise<Refusal<'order-frozen'> | null> {
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { frozenFor: true } });
  if (!order?.frozenFor) return null;
  return refuse('order-frozen', 'payments:refusal.orderFrozen');
}
