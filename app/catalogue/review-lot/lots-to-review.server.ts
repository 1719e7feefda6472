import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { CARD_COLUMNS, toCard, type CardRow } from '../search/card-columns.server';
import type { LotCard } from '../search/lot-card';

type LotToReview = LotCard & { submittedAt: string };

/** Lots that wait for the actor's programme, the longest waiting first. */
export async function lotsToReview(
  deps: Deps,
  { actor, limit = 50 }: { actor: Actor; limit?: number },
): Promise<LotToReview[]> {
  const rows = await deps.db.$queryRaw<(CardRow & { submittedAt: Date })[]>`
    SELECT ${CARD_COLUMNS}, l."submittedAt"
      FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
     WHERE l.state = 'submitted' AND o."programmeId" = ${actor.organisationId}::uuid
     ORDER BY l."submittedAt", l.id LIMIT ${limit}`;
  return rows.map((row) => ({
    ...toCard(row, deps.clock.now(), { exact: true }),
    submittedAt: row.submittedAt.toISOString(),
  }));
}
