import type { Payout } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import { NotFound } from '#app/platform/http/errors';

/** Locks the payout's row until the transaction ends: two approvals at once become one after the other. Throws NotFound out of scope. */
export async function lockPayout(
  tx: Tx,
  payoutId: string,
  scope: { programmeId?: string; cooperativeId?: string },
): Promise<Payout> {
  const locked = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Payout" WHERE id = ${payoutId}::uuid FOR UPDATE`;
  if (locked.length === 0) throw new NotFound('no such payout');
  const payout = await tx.payout.findUniqueOrThrow({ where: { id: payoutId } });
  if (scope.programmeId !== undefined && payout.programmeId !== scope.programmeId)
    throw new NotFound('payout of another programme');
  if (scope.cooperativeId !== undefined && payout.cooperativeId !== scope.cooperativeId)
    throw new NotFound('payout to another cooperative');
  return payout;
}
