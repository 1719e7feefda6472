import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { FileRefusal } from '#app/verification/documents/inspect-file.server';
import { lockPayout } from './lock-payout.server';
import { mailPayout } from './mail-payout.server';
import { sentEntry } from './payout-entries';
import { changesSincePrepared, type PayoutChange } from './payout-conditions.server';
import { nextPayoutState } from './payout-lifecycle';
import { keepProof, readProof, type PayoutProof } from './payout-proof.server';

export type ApproveRefusal =
  | 'payout-state'
  | 'reference'
  | 'proof'
  | 'key-reused'
  | 'order-frozen'
  | 'destination-changed'
  | 'sum-changed'
  | PersonConflict
  | FileRefusal;

/**
 * A second person has sent the money and says how: the bank's or operator's reference, and the proof. From here it is on its way in the ledger. An uploaded proof is
 * kept in the same transaction: a refusal keeps nothing.
 */
export async function approvePayout(
  deps: Deps,
  input: { actor: Actor; payoutId: string; reference: string; proof: PayoutProof | null; requestId: string },
): Promise<Result<{ payoutId: string }, ApproveRefusal>> {
  const { actor, payoutId, proof, requestId } = input;
  if (!can(actor, 'payout:approve')) throw new Forbidden();
  const reference = input.reference.trim();
  if (reference.length < 2 || reference.length > 120)
    return refuse('reference', 'payments:refusal.reference', { path: 'reference' });
  if (!proof) return refuse('proof', 'payments:refusal.proof', { path: 'proof' });
  const read = await readProof(deps, { actor, proof });
  if (!read.ok) return read;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      {
        key: requestId,
        actorId: actor.userId,
        action: 'approve-payout',
        input: { payoutId, reference, proof: read.value.digest },
        now,
      },
      async () => {
        const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
        const to = nextPayoutState(payout.state, 'approve', 'programme');
        if (!to) return refuse('payout-state', 'payments:refusal.payoutState');
        const { cooperativeId, preparedById } = payout;
        const conflict = await requireDistinctPersons(tx, {
          ...{ actor, others: [preparedById], sides: [cooperativeId], payee: cooperativeId },
        });
        if (conflict) return conflict;
        // Money leaves here: what the payout rests on is read again, under the locks of its order and its own.
        const [change] = await changesSincePrepared(tx, payout);
        if (change) return CHANGED[change];
        const kept = await keepProof(tx, deps, { actor, proof: read.value });
        if (!kept) return refuse('proof', 'payments:refusal.proof', { path: 'proof' });
        await tx.payout.update({
          where: { id: payoutId },
          data: { state: to, approvedById: actor.userId, approvedAt: now, reference, proofDocumentId: kept.documentId },
        });
        const posted = await postEntry(tx, deps, sentEntry(payout, now, reference));
        if (!posted.ok) throw new Error(`The ledger refused payout ${payoutId}: ${posted.code}`);
        await recordAudit(tx, deps, {
          actor,
          action: 'payout:approve',
          subjectKind: 'payout',
          subjectId: payoutId,
          detail: { reference },
        });
        await mailPayout(tx, deps, { ...payout, reference }, 'sent');
        return ok({ payoutId });
      },
    ),
  );
}

const CHANGED = {
  frozen: refuse('order-frozen' as const, 'payments:refusal.orderFrozen'),
  destination: refuse('destination-changed' as const, 'payments:refusal.destinationChanged'),
  sum: refuse('sum-changed' as const, 'payments:refusal.sumChanged'),
} satisfies Record<PayoutChange, ReturnType<typeof refuse>>;
