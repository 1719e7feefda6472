import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { saysSomething } from '#app/platform/http/request-values';
import { ok, refuse, type Result } from '#app/platform/result';
import { applyProposal, type Applied } from './apply-proposal.server';
import { lockProposal } from './lock-proposal.server';
import { keptFacts } from './proposal-facts.schema';

type Decision = { actor: Actor; proposalId: string; approve: boolean; note: string; requestId: string };
type Decided = 'approved' | 'quarantined' | 'superseded' | 'rejected';
type DecideRefusal = 'proposal-state' | 'note' | 'series-unit' | 'series-known' | 'key-reused' | PersonConflict;

/** A second person's word: approved, it becomes a rate, a price or a series in the same moment; rejected, with the reason, it stays on record. */
export async function decideProposal(
  deps: Deps,
  { actor, proposalId, approve, note, requestId }: Decision,
): Promise<Result<Decided, DecideRefusal>> {
  if (!can(actor, 'price:approve')) throw new Forbidden();
  const reason = note.trim();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'decide-price-proposal', input: { proposalId, approve }, now },
      async () => {
        const proposal = await lockProposal(tx, proposalId);
        if (proposal?.programmeId !== actor.organisationId) throw new NotFound('proposal of another programme');
        // First what no note would mend: of something decided on there is no field for one.
        if (proposal.state !== 'waiting') return refuse('proposal-state', 'pricing:rates.refusal.state');
        if (proposal.proposedBy === actor.userId) return refuse('same-person', 'pricing:refusal.samePerson');
        if (reason.length > 500 || (!approve && !saysSomething(reason)))
          return refuse('note', 'pricing:rates.refusal.note', { path: 'note' });
        const persons = { actor, others: [proposal.proposedBy] };
        const conflict = approve ? await requireDistinctPersons(tx, persons) : null;
        if (conflict) return conflict;
        let decided: Decided = 'rejected';
        if (approve) {
          const { id, kind, facts, proposedBy } = proposal;
          const people = { proposedBy, approvedBy: actor.userId, programmeName: actor.organisationName };
          const applied: Applied = await applyProposal(tx, deps, { id, ...people, proposal: keptFacts(kind, facts) });
          // What was entered has no fields on the page of the decision.
          if (!applied.ok) return refuse(applied.code, applied.messageKey, { params: applied.params ?? {} });
          decided = applied.value;
        }
        await tx.priceProposal.update({
          where: { id: proposalId },
          data: {
            state: approve ? 'approved' : 'rejected',
            decidedBy: actor.userId,
            decidedAt: now,
            note: reason || null,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'price:approve',
          subjectKind: 'price-proposal',
          subjectId: proposalId,
          detail: { decision: decided },
        });
        return ok(decided);
      },
    ),
  );
}
