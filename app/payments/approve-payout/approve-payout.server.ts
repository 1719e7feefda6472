import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Payout } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import type { FileRefusal } from '#app/verification/documents/inspect-file.server';
import { lockPayout } from '../payouts/lock-payout.server';
import { movePayout } from '../payouts/move-payout.server';
import { sentEntry } from '../payouts/payout-entries';
import { changesSincePrepared, mayHaveBeenSent, type PayoutChange } from '../payouts/payout-conditions.server';
import { nextPayoutState } from '../payouts/payout-lifecycle';
import { keepProof, readProof, type PayoutProof } from '../payouts/payout-proof.server';

export type ApproveRefusal =
  | 'payout-state'
  | 'reference'
  | 'proof'
  | 'key-reused'
  | 'order-frozen'
  | 'destination-changed'
  | 'sum-changed'
  | 'note'
  | NoteRefusal
  | PersonConflict
  | FileRefusal;

type Approval = {
  actor: Actor;
  payoutId: string;
  reference: string;
  proof: PayoutProof | null;
  /** Where the money had gone to the prepared account before the order or the account changed: how. */
  sentAlready?: { note: string } | null;
  requestId: string;
};

/**
 * A second person has sent the money and says how: the bank's or operator's reference, and the proof. From
 * here it is on its way in the ledger. An uploaded proof is stored in the same transaction: a refusal keeps
 * nothing.
 */
export async function approvePayout(
  deps: Deps,
  input: Approval,
): Promise<Result<{ payoutId: string }, ApproveRefusal>> {
  const { actor, payoutId, proof, requestId } = input;
  if (!can(actor, 'payout:approve')) throw new Forbidden();
  const reference = input.reference.trim();
  if (reference.length < 2 || reference.length > 120)
    return refuse('reference', 'payments:refusal.reference', { path: 'reference' });
  if (!proof) return refuse('proof', 'payments:refusal.proof', { path: 'proof' });
  const read = await readProof(deps, { actor, proof, write: { key: requestId, action: 'approve-payout' } });
  if (!read.ok) return read;
  const said = input.sentAlready ? readNote(input.sentAlready.note, { path: 'sentNote' }) : null;
  if (said && !said.ok) return said;
  const sentNote = said?.value ?? null;
  if (sentNote !== null && sentNote.length < 3) return refuse('note', 'payments:refusal.note', { path: 'sentNote' });
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      {
        key: requestId,
        actorId: actor.userId,
        action: 'approve-payout',
        input: { payoutId, reference, proof: read.value.digest, ...(sentNote === null ? {} : { sentNote }) },
        now,
      },
      async () => {
        const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
        if (!nextPayoutState(payout.state, 'approve', 'programme'))
          return refuse('payout-state', 'payments:refusal.payoutState');
        // Money leaves here: what the payout rests on is read again, under the locks of its order and its
        // own.
        const changes = await changesSincePrepared(tx, payout);
        const toPrepared = sentNote !== null && mayHaveBeenSent(changes, await preparedAccount(tx, payout));
        const { cooperativeId, preparedById } = payout;
        const persons = { actor, others: [preparedById], sides: [cooperativeId] };
        // Who else is paid to the account in force says nothing of money that went to the one before.
        const conflict = await requireDistinctPersons(tx, toPrepared ? persons : { ...persons, payee: cooperativeId });
        if (conflict) return conflict;
        const [change] = toPrepared ? [] : changes;
        if (change) return CHANGED[change];
        const stored = await keepProof(tx, deps, { actor, proof: read.value });
        if (!stored) return refuse('proof', 'payments:refusal.proof', { path: 'proof' });
        await movePayout(tx, deps, payout, {
          ...{ action: 'approve', by: 'programme' },
          data: {
            ...{ approvedById: actor.userId, approvedAt: now, reference, proofDocumentId: stored.documentId },
            sentNote: toPrepared ? sentNote : null,
          },
        });
        const posted = await postEntry(tx, deps, sentEntry(payout, now, reference));
        if (!posted.ok) throw new Error(`The ledger refused payout ${payoutId}: ${posted.code}`);
        await recordAudit(tx, deps, {
          actor,
          action: toPrepared ? 'payout:approve-sent' : 'payout:approve',
          subjectKind: 'payout',
          subjectId: payoutId,
          detail: toPrepared ? { reference, note: sentNote, destination: payout.destinationId } : { reference },
        });
        return ok({ payoutId });
      },
    ),
  );
}

async function preparedAccount(tx: Tx, payout: Pick<Payout, 'destinationId' | 'preparedAt'>) {
  const { destinationId: id, preparedAt } = payout;
  const { verifiedAt } = await tx.payoutDestination.findUniqueOrThrow({ where: { id }, select: { verifiedAt: true } });
  return { verifiedAt, preparedAt };
}

const CHANGED = {
  frozen: refuse('order-frozen' as const, 'payments:refusal.orderFrozen'),
  destination: refuse('destination-changed' as const, 'payments:refusal.destinationChanged'),
  sum: refuse('sum-changed' as const, 'payments:refusal.sumChanged'),
} satisfies Record<PayoutChange, ReturnType<typeof refuse>>;
