import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { lockProposal } from './lock-proposal.server';

type Withdrawal = { actor: Actor; proposalId: string; requestId: string };

/** Whoever entered a proposal takes it back while it waits: it never counted, so nobody else has to agree. From a second tab it is the same answer. */
export async function withdrawProposal(
  deps: Deps,
  { actor, proposalId, requestId }: Withdrawal,
): Promise<Result<'withdrawn', 'proposal-state' | 'not-yours' | 'key-reused'>> {
  if (!can(actor, 'price:propose')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'withdraw-price-proposal', input: { proposalId }, now },
      async () => {
        const proposal = await lockProposal(tx, proposalId);
        if (proposal?.programmeId !== actor.organisationId) throw new NotFound('proposal of another programme');
        if (proposal.proposedBy !== actor.userId) return refuse('not-yours', 'pricing:rates.refusal.notYours');
        if (proposal.state === 'withdrawn') return ok('withdrawn');
        if (proposal.state !== 'waiting') return refuse('proposal-state', 'pricing:rates.refusal.state');
        // Nobody decided: the proposer is not a second person.
        await tx.priceProposal.update({ where: { id: proposalId }, data: { state: 'withdrawn', decidedAt: now } });
        await recordAudit(tx, deps, {
          actor,
          action: 'price:withdraw',
          subjectKind: 'price-proposal',
          subjectId: proposalId,
          detail: { kind: proposal.kind },
        });
        return ok('withdrawn');
      },
    ),
  );
}
