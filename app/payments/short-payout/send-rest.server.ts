import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { holdForLoss } from '../losses/payment-loss.server';
import { missingPart } from '../payouts/bank-cost';
import { lockPayout, refuseFrozen } from '../payouts/lock-payout.server';
import { partArrivedEntries } from '../payouts/payout-entries';
import { movePayout } from '../payouts/move-payout.server';
import { nextPayoutState } from '../payouts/payout-lifecycle';
import {
  payableDestination,
  prepareInTransaction,
  type Prepared,
  type PrepareRefusal,
} from '../prepare-payout/prepare-payout.server';

export type SendRestRefusal = 'payout-state' | 'no-part' | 'note' | NoteRefusal | PrepareRefusal;

/** Without a checked account the rest stays owed and listed: what arrived does not wait for it. */
const PASSES_OVER: ReadonlySet<PrepareRefusal> = new Set(['destination-missing', 'destination-unverified']);

/**
 * A part arrived and the rest came back, or never left: what arrived is confirmed, the rest is owed again and
 * prepared as a payout of its own. No money moves here: another person approves the rest, like any payout.
 */
export async function sendRest(
  deps: Deps,
  { actor, payoutId, note, requestId }: { actor: Actor; payoutId: string; note: string; requestId: string },
): Promise<Result<Prepared, SendRestRefusal>> {
  if (!can(actor, 'payout:prepare')) throw new Forbidden();
  const read = readNote(note);
  if (!read.ok) return read;
  const reason = read.value;
  if (reason.length < 3) return refuse('note', 'payments:refusal.note', { path: 'note' });
  const now = deps.clock.now();
  const sent = { payoutId, reason };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, { key: requestId, actorId: actor.userId, action: 'send-rest', input: sent, now }, async () => {
      const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
      if (!nextPayoutState(payout.state, 'send-rest', 'programme'))
        return refuse('payout-state', 'payments:refusal.payoutState');
      const { receivedMinor, destinationId, cooperativeId } = payout;
      const conflict = await requireDistinctPersons(tx, { actor, sides: [cooperativeId] });
      if (conflict) return conflict;
      const frozen = await refuseFrozen(tx, payout.orderId);
      if (frozen) return frozen;
      if (missingPart(payout) === null || receivedMinor === null) return refuse('no-part', 'payments:refusal.noPart');
      // A refusal keeps what was posted before it, so whatever closes the preparing is asked first.
      const payable = await payableDestination(tx, { actor, cooperativeId });
      if (!payable.ok && !PASSES_OVER.has(payable.code)) return payable;
      const { method } = await tx.payoutDestination.findUniqueOrThrow({
        where: { id: destinationId },
        select: { method: true },
      });
      const entries = partArrivedEntries(payout, { method, receivedMinor, occurredAt: now });
      await movePayout(tx, deps, payout, { action: 'send-rest', by: 'programme', data: { staffNote: reason } });
      for (const entry of entries) {
        const posted = await postEntry(tx, deps, entry);
        if (!posted.ok) throw new Error(`The ledger refused payout ${payoutId}: ${posted.code}`);
      }
      await recordAudit(tx, deps, {
        actor,
        action: 'payout:send-rest',
        subjectKind: 'payout',
        subjectId: payoutId,
        detail: { reason, received: receivedMinor.toString() },
      });
      await holdForLoss(tx, deps, payout.orderId);
      if (!payable.ok) return ok({ payoutId, number: payout.number });
      const prepared = await prepareInTransaction(tx, deps, { actor, orderId: payout.orderId });
      // Where the payment is gone, the rest stays owed and listed. What arrived must not wait for it.
      if (!prepared.ok && prepared.code === 'order-frozen') return ok({ payoutId, number: payout.number });
      if (!prepared.ok) throw new Error(`The rest of payout ${payoutId} cannot be prepared: ${prepared.code}`);
      return prepared;
    }),
  );
}
