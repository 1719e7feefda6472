import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { royaltyStanding } from './royalty-standing.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { lockOwnCooperative } from './own-cooperative.server';

const SOURCE_MIN_LENGTH = 10;
export const SOURCE_MAX_LENGTH = 300;

type Confirming = { actor: Actor; cooperativeId: string; source: string; requestId: string };
type ConfirmRefusal = NoteRefusal | 'source-missing' | 'royalty-entered' | 'key-reused' | PersonConflict;

/**
 * Staff say that they looked and that no royalty is due on a cooperative's sales, and where that stands.
 * Until one is entered.
 */
export async function confirmNoRoyalty(
  deps: Deps,
  { actor, cooperativeId, source, requestId }: Confirming,
): Promise<Result<{ checkId: string }, ConfirmRefusal>> {
  if (!can(actor, 'charge:write')) throw new Forbidden();
  const read = readNote(source, { path: 'noRoyaltySource', maxLength: SOURCE_MAX_LENGTH });
  if (!read.ok) return read;
  if (read.value.length < SOURCE_MIN_LENGTH)
    return refuse('source-missing', 'trading:charges.noneSourceMissing', {
      path: 'noRoyaltySource',
      params: { min: SOURCE_MIN_LENGTH },
    });
  const now = deps.clock.now();
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'charge:none',
    input: { cooperativeId, source },
    now,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<{ checkId: string }, ConfirmRefusal>> => {
      await lockOwnCooperative(tx, { actor, cooperativeId });
      const conflict = await requireDistinctPersons(tx, { actor, sides: [cooperativeId] });
      if (conflict) return conflict;
      const { state } = await royaltyStanding(tx, { cooperativeId, now });
      if (state === 'entered') return refuse('royalty-entered', 'trading:charges.royaltyEntered');
      const checkId = deps.newId();
      await tx.chargeCheck.create({
        data: { id: checkId, cooperativeId, source: read.value, checkedById: actor.userId, checkedAt: now },
      });
      await recordAudit(tx, deps, {
        actor,
        action: 'charge:none',
        subjectKind: 'cooperative',
        subjectId: cooperativeId,
        detail: { source: read.value },
      });
      return ok({ checkId });
    }),
  );
}
