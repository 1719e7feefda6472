import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { reverseEntry } from '#app/ledger/reverse-entry.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import type { FileRefusal } from '#app/verification/documents/inspect-file.server';
import { holdForLoss } from '../losses/payment-loss.server';
import { lockPayout } from '../payouts/lock-payout.server';
import { sentKey } from '../payouts/payout-entries';
import { movePayout } from '../payouts/move-payout.server';
import { nextPayoutState } from '../payouts/payout-lifecycle';
import { keepProof, readProof, type PayoutProof, type ReadProof } from '../payouts/payout-proof.server';

export type ResolveRefusal =
  'payout-state' | 'note' | 'back-proof' | 'key-reused' | NoteRefusal | FileRefusal | PersonConflict;
type Input = { actor: Actor; payoutId: string; note: string; requestId: string };

/**
 * Staff take a payout back: one that nobody approved, or one that did not arrive as sent. What was posted is
 * mirrored, so that it is owed again. Where something of it had arrived, a paper shows that it came back.
 * What had arrived stays on the payout.
 */
export async function cancelPayout(
  deps: Deps,
  { proof = null, ...input }: Input & { proof?: PayoutProof | null },
): Promise<Result<{ payoutId: string }, ResolveRefusal>> {
  const write = { key: input.requestId, action: 'cancel-payout' };
  const read = proof && (await readProof(deps, { actor: input.actor, proof, path: 'backProof', write }));
  if (read && !read.ok) return read;
  return resolve(deps, { ...input, proof: read?.value ?? null }, 'cancel');
}

/** Staff ask the treasurer to count again, after they looked into a mismatch. */
export async function recheckPayout(deps: Deps, input: Input): Promise<Result<{ payoutId: string }, ResolveRefusal>> {
  return resolve(deps, { ...input, proof: null }, 'recheck');
}

const COUNTED_ANEW = {
  confirmedById: null,
  confirmedAt: null,
  receivedMinor: null,
  note: null,
  costPayee: null,
  costDocumentId: null,
  costProposedById: null,
};

async function resolve(
  deps: Deps,
  { actor, payoutId, note, proof, requestId }: Input & { proof: ReadProof | null },
  action: 'cancel' | 'recheck',
): Promise<Result<{ payoutId: string }, ResolveRefusal>> {
  if (!can(actor, 'payout:cancel')) throw new Forbidden();
  const read = readNote(note);
  if (!read.ok) return read;
  const reason = read.value;
  if (reason.length < 3) return refuse('note', 'payments:refusal.note', { path: 'note' });
  const now = deps.clock.now();
  const sent = { payoutId, reason, ...(proof ? { proof: proof.digest } : {}) };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: `${action}-payout`, input: sent, now },
      async () => {
        const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
        if (!nextPayoutState(payout.state, action, 'programme'))
          return refuse('payout-state', 'payments:refusal.payoutState');
        const conflict = await requireDistinctPersons(tx, { actor, sides: [payout.cooperativeId] });
        if (conflict) return conflict;
        const cameBack = action === 'cancel' && (payout.receivedMinor ?? 0n) > 0n;
        const stored = cameBack && proof ? await keepProof(tx, deps, { actor, proof }) : null;
        if (cameBack && !stored) return refuse('back-proof', 'payments:refusal.backProof', { path: 'backProof' });
        await movePayout(tx, deps, payout, {
          ...{ action, by: 'programme' },
          data: {
            staffNote: reason,
            ...(action === 'recheck' ? COUNTED_ANEW : {}),
            ...(stored ? { backDocumentId: stored.documentId } : {}),
          },
        });
        if (action === 'cancel' && payout.state === 'mismatch') {
          const reversed = await reverseEntry(tx, deps, { key: sentKey(payoutId), occurredAt: now, memo: { reason } });
          if (!reversed.ok) throw new Error(`The ledger refused to take back payout ${payoutId}: ${reversed.code}`);
        }
        if (action === 'cancel') await holdForLoss(tx, deps, payout.orderId);
        await recordAudit(tx, deps, {
          actor,
          action: `payout:${action}`,
          subjectKind: 'payout',
          subjectId: payoutId,
          detail: cameBack ? { reason, received: String(payout.receivedMinor) } : { reason },
        });
        return ok({ payoutId });
      },
    ),
  );
}
