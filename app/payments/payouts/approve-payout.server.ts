import { createHash } from 'node:crypto';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import type { Tx } from '#app/platform/db/connect.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { inspectFile, type FileRefusal } from '#app/verification/documents/inspect-file.server';
import { keepDocument } from '#app/verification/documents/store-document.server';
import { lockPayout } from './lock-payout.server';
import { mailPayout } from './mail-payout.server';
import { sentEntry } from './payout-entries';
import { changesSincePrepared, type PayoutChange } from './payout-conditions.server';
import { nextPayoutState } from './payout-lifecycle';

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
/** The bank's or operator's slip: as uploaded now, or a document that the programme keeps already. */
export type PayoutProof = { name: string; bytes: Uint8Array } | { documentId: string };

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
  const inspected = 'bytes' in proof ? await inspectFile(deps, { actor, file: proof, path: 'proof' }) : null;
  if (inspected && !inspected.ok) return inspected;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      {
        key: requestId,
        actorId: actor.userId,
        action: 'approve-payout',
        input: { payoutId, reference, proof: 'bytes' in proof ? sha256(proof.bytes) : proof.documentId },
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
        const kept = inspected
          ? await keepDocument(tx, deps, { actor, kind: 'payout-proof', file: inspected.value })
          : await ownDocument(tx, actor, proof);
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function ownDocument(tx: Tx, actor: Actor, proof: PayoutProof): Promise<{ documentId: string } | null> {
  if (!('documentId' in proof)) return null;
  const { documentId } = proof;
  const found = await tx.document.count({ where: { id: documentId, organisationId: actor.organisationId } });
  return found === 1 ? { documentId } : null;
}
