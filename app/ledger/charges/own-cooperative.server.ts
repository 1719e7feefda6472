import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';
import { NotFound } from '#app/platform/http/errors';

/**
 * Holds a cooperative of the actor's own programme until the transaction ends, so that two changes of its
 * charges follow each other. Throws NotFound.
 */
export async function lockOwnCooperative(
  tx: Tx,
  { actor, cooperativeId }: { actor: Actor; cooperativeId: string },
): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Organisation" WHERE id = ${cooperativeId}::uuid AND kind = 'cooperative'
      AND "programmeId" = ${actor.organisationId}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new NotFound('cooperative of another programme');
}
