import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { lockTerms } from './lock-terms.server';

/**
 * Another person puts proposed terms in force, for orders placed from then on, or says no. The proposer may
 * only take them back. A second press finds the same word given.
 */
export async function decideTerms(
  deps: Deps,
  { actor, termsId, approved }: { actor: Actor; termsId: string; approved: boolean },
): Promise<Result<{ termsId: string }, PersonConflict | 'decided-already'>> {
  if (!can(actor, 'payment-terms:decide')) throw new Forbidden();
  const programmeId = actor.organisationId;
  const now = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    const { waiting } = await lockTerms(tx, programmeId);
    const terms = await tx.paymentTerms.findFirst({ where: { id: termsId, programmeId }, include: { decision: true } });
    if (!terms) throw new NotFound('no such terms of this programme');
    if (terms.decision) {
      const isSame = terms.decision.decidedById === actor.userId && terms.decision.approved === approved;
      return isSame ? ok({ termsId }) : refuse('decided-already', 'payments:terms.decided');
    }
    if (waiting?.id !== termsId) throw new Error('Terms that nobody decided on are not the ones that wait');
    const conflict = approved ? await requireDistinctPersons(tx, { actor, others: [terms.proposedById] }) : null;
    if (conflict) return conflict;
    await tx.paymentTermsDecision.create({
      data: { termsId, approved, proposedById: terms.proposedById, decidedById: actor.userId, decidedAt: now },
    });
    await recordAudit(tx, deps, {
      actor,
      action: 'payment-terms:decide',
      subjectKind: 'payment-terms',
      subjectId: termsId,
      detail: { approved },
    });
    return ok({ termsId });
  });
}
