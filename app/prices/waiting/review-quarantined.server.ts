import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { saysSomething } from '#app/platform/http/request-values';
import { refuse, type Result } from '#app/platform/result';
import { lockPrices } from '../imports/lock-prices.server';
import { decideQuarantineIn, type DecisionRefusal, type QuarantineState } from '../imports/decide-quarantine.server';

type Review = { actor: Actor; observationId: string; accept: boolean; reason: string; requestId: string };

/** One of the staff says whether a figure that moved too far is believed, and why. Reference prices are every programme's: so is the decision. */
export async function reviewQuarantined(
  deps: Deps,
  { actor, observationId, accept, reason, requestId }: Review,
): Promise<Result<QuarantineState, DecisionRefusal | 'reason' | 'key-reused' | PersonConflict>> {
  if (!can(actor, 'price:approve')) throw new Forbidden();
  const why = reason.trim();
  if (!saysSomething(why) || why.length > 500)
    return refuse('reason', 'pricing:imports.refusal.reason', { path: 'reason' });
  const now = deps.clock.now();
  const input = { observationId, accept };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'review-quarantined', input, now },
      async () => {
        const decision = { observationId, staffId: actor.userId, accepted: accept, reason: why };
        await lockPrices(tx);
        const before = await tx.quarantineDecision.findMany({ where: { observationId }, select: { staffId: true } });
        const others = before.flatMap(({ staffId }) => (staffId === actor.userId ? [] : [staffId]));
        const conflict = accept ? await requireDistinctPersons(tx, { actor, others }) : null;
        if (conflict) return conflict;
        const decided = await decideQuarantineIn(tx, deps, decision);
        if (decided.ok)
          await recordAudit(tx, deps, {
            actor,
            action: 'price:approve',
            subjectKind: 'observation',
            subjectId: observationId,
            detail: { accept },
          });
        return decided;
      },
    ),
  );
}
