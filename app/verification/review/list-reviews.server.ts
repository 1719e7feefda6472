import { dayOf } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';

export type ReviewFacts = {
  decision: 'accepted' | 'accepted_with_plan' | 'rejected';
  reason: string | null;
  planDueOn: string | null;
  authorName: string;
  decidedAt: string;
};

/** Decisions on one application, newest first. */
export async function listReviews(
  deps: Pick<Deps, 'db'>,
  { applicationId, most = 50 }: { applicationId: string; most?: number },
): Promise<ReviewFacts[]> {
  const rows = await deps.db.review.findMany({
    where: { subjectKind: 'application', subjectId: applicationId },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: most,
    include: { author: { select: { name: true } } },
  });
  return rows.map((row) => ({
    decision: row.decision,
    reason: row.reason,
    planDueOn: row.planDueOn ? dayOf(row.planDueOn) : null,
    authorName: row.author.name,
    decidedAt: row.decidedAt.toISOString(),
  }));
}

export async function lastReview(
  deps: Pick<Deps, 'db'>,
  { applicationId }: { applicationId: string },
): Promise<ReviewFacts | null> {
  const [review] = await listReviews(deps, { applicationId, most: 1 });
  return review ?? null;
}
