import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { requestWork } from '#app/platform/jobs/long-work.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { needsAnother } from './draft-state';
import { lockDraft } from './lock-draft.server';

type Decision = {
  actor: Actor;
  draftId: string;
  /** What the person looked at: a preview that has changed since is not accepted by an old page. */
  digest: string;
  accept: boolean;
  requestId: string;
};

/** Accepts what was shown, by a job, or throws the file away. */
export async function decideDraft(
  deps: Deps,
  { actor, draftId, digest, accept, requestId }: Decision,
): Promise<Result<{ draftId: string }, 'draft-state' | 'draft-changed' | 'key-reused' | PersonConflict>> {
  if (!can(actor, 'price:import')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'decide-price-draft', input: { draftId, digest, accept }, now },
      async () => {
        const draft = await lockDraft(tx, draftId);
        if (draft?.programmeId !== actor.organisationId) throw new NotFound('draft of another programme');
        if (accept && needsAnother(draft, actor.userId))
          return refuse('same-person', 'pricing:imports.refusal.samePerson');
        if (draft.state !== 'preview') return refuse('draft-state', 'pricing:imports.refusal.state');
        if (accept && draft.planDigest !== digest) return refuse('draft-changed', 'pricing:imports.refusal.changed');
        const others = draft.source === 'csv' ? [draft.uploadedBy] : [];
        const conflict = accept ? await requireDistinctPersons(tx, { actor, others }) : null;
        if (conflict) return conflict;
        await tx.priceImportDraft.update({
          where: { id: draftId },
          data: { state: accept ? 'accepting' : 'discarded', decidedBy: actor.userId, decidedAt: now },
        });
        if (accept) {
          const workId = await requestWork(tx, deps, {
            kind: 'price-import',
            subjectId: draftId,
            requestedBy: actor.userId,
          });
          await deps.jobs.enqueue(tx, 'accept-price-file', { draftId, workId });
        } else {
          await tx.priceImportDraftLine.deleteMany({ where: { draftId } });
          await deps.jobs.enqueue(tx, 'remove-file', { storageKey: draft.storageKey });
        }
        await recordAudit(tx, deps, {
          actor,
          action: 'price:import',
          subjectKind: 'price-draft',
          subjectId: draftId,
          detail: { decision: accept ? 'accept' : 'discard' },
        });
        return ok({ draftId });
      },
    ),
  );
}
