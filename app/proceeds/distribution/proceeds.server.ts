import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';

/**
 * What stands in the cooperative's own book for an order: received and not yet shared. In minor units, from
 * the postings.
 */
export async function unsharedProceeds(
  db: Deps['db'] | Tx,
  { orderId, cooperativeId }: { orderId: string; cooperativeId: string },
): Promise<bigint> {
  const [row] = await db.$queryRaw<{ minor: string }[]>`
    SELECT coalesce(-sum(p."amountMinor"), 0)::text AS minor
      FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
     WHERE p."orderId" = ${orderId}::uuid AND a.code = 'cooperative-proceeds' AND a."ownerId" = ${cooperativeId}`;
  return BigInt(row?.minor ?? '0');
}
