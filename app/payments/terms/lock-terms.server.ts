import type { Tx } from '#app/platform/db/connect.server';

export type WaitingTerms = { id: string; proposedById: string };

/**
 * Locks a programme's terms for one change at a time. Gives the latest version and the proposal that waits.
 */
export async function lockTerms(
  tx: Tx,
  programmeId: string,
): Promise<{ latestVersion: number; waiting: WaitingTerms | null }> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "Organisation" WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
  const latest = await tx.paymentTerms.findFirst({
    where: { programmeId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, proposedById: true, decision: { select: { termsId: true } } },
  });
  return { latestVersion: latest?.version ?? 0, waiting: latest && !latest.decision ? latest : null };
}
