import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { requestWork } from '#app/platform/jobs/long-work.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { lockVersion } from './lock-version.server';

type Proposed = { id: string; methodKey: string; version: number; proposedAt: Date };
type Decision = { actor: Actor; methodId: string; approve: boolean; reason: string; requestId: string };
type DecisionCode = 'own-proposal' | 'already-decided' | 'reason-missing' | 'newer-version' | PersonConflict;

/**
 * A second person approves a proposed version, which is in force from now on, or turns it down with a reason. An approval has every open
 * lot valued anew; orders placed before keep the version that they were priced by.
 */
export async function decideMethod(
  deps: Deps,
  { actor, methodId, approve, reason, requestId }: Decision,
): Promise<Result<{ methodId: string }, DecisionCode | NoteRefusal> | Refusal<'key-reused'>> {
  if (!can(actor, 'method:approve')) throw new Forbidden();
  const now = deps.clock.now();
  const said = readNote(reason, { path: 'reason' });
  if (!said.ok) return said;
  const text = said.value;
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'decide-method', input: { methodId, approve, text }, now },
      async () => {
        const version = await lockVersion(tx, methodId);
        if (version.decision) return refuse('already-decided', 'pricing:methods.refusal.alreadyDecided');
        if (version.proposedById === actor.userId) return refuse('own-proposal', 'pricing:methods.refusal.ownProposal');
        if (!approve && text.length < 3)
          return refuse('reason-missing', 'pricing:methods.refusal.whyNot', { path: 'reason' });
        const newer = approve ? await newerInForce(tx, version) : null;
        if (newer) return refuse('newer-version', 'pricing:methods.refusal.newerInForce', { params: { id: newer.id } });
        const persons = { actor, others: [version.proposedById] };
        const conflict = approve ? await requireDistinctPersons(tx, persons) : null;
        if (conflict) return conflict;
        await tx.methodDecision.create({
          data: {
            methodId,
            approved: approve,
            reason: text,
            proposedById: version.proposedById,
            decidedById: actor.userId,
            decidedBy: actor.name,
            decidedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: approve ? 'method:approve' : 'method:reject',
          subjectKind: 'method',
          subjectId: methodId,
        });
        if (approve) {
          await requestWork(tx, deps, { kind: 'recompute-bands', subjectId: methodId, requestedBy: actor.userId });
          await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `method ${methodId}` }, { key: 'recompute-bands' });
        }
        return ok({ methodId });
      },
    ),
  );
}

/** A version that has come into force since this one was made: its figures would go again, though nobody proposed that. */
function newerInForce(tx: Tx, { id, methodKey, version, proposedAt }: Proposed): Promise<{ id: string } | null> {
  return tx.methodVersion.findFirst({
    where: {
      methodKey,
      id: { not: id },
      decision: { approved: true },
      OR: [{ version: { gt: version } }, { decision: { decidedAt: { gt: proposedAt } } }],
    },
    orderBy: { version: 'desc' },
    select: { id: true },
  });
}
