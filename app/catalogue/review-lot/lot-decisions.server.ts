import type { Deps } from '#app/platform/deps';

export type LotDecision = { approved: boolean; reason: string | null; decidedAt: string };

/** What staff decided on a lot, the newest first. */
export async function lotDecisions(deps: Deps, lotId: string): Promise<LotDecision[]> {
  const reviews = await deps.db.review.findMany({
    where: { subjectKind: 'lot', subjectId: lotId },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
  });
  return reviews.map(({ decision, reason, decidedAt }) => ({
    approved: decision === 'accepted',
    reason,
    decidedAt: decidedAt.toISOString(),
  }));
}
