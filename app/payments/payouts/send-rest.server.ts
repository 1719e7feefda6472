import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { holdForLoss } from '../losses/payment-loss.server';
import { missingPart } from './bank-cost';
import { lockPayout, refuseFrozen } from './lock-payout.server';
import { partArrivedEntries } from './payout-entries';
import { nextPayoutState } from './payout-lifecycle';
import { prepareInTransaction, type Prepared, type PrepareRefusal } from './prepare-payout.server';

export type SendRestRefusal = 'payout-state' | 'no-part' | 'note' | NoteRefusal | PrepareRefusal;

/**
 * A part arrived and the rest came back, or never left: what arrived is confirmed, the rest is owed again and prepared as a payout of its own. No money moves
 * here: another person approves the rest, like any payout.
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
      const to = nextPayoutState(payout.state, 'send-rest', 'programme');
      if (!to) return refuse('payout-state', 'payments:refusal.payoutState');
      const frozen = await refuseFrozen(tx, payout.orderId);
      if (frozen) return frozen;
      const { receivedMinor, destinationId } = payout;
      if (missingPart(payout) === null || receivedMinor === null) return refuse('no-part', 'payments:refusal.noPart');
      const destination = await tx.payoutDestination.findUniqueOrThrow({
        where: { id: destinationId },
        select: { method: true },
      });
      const entries = partArrivedEntries(payout, { method: destination.method, receivedMinor, occurredAt: now });
      await tx.payout.update({ where: { id: payoutId }, data: { state: to, note: reason } });
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
      const prepared = await prepareInTransaction(tx, deps, { actor, orderId: payout.orderId });
      // Without a checked account, or where the payment is gone, the rest stays owed and listed; what arrived
      // must not wait for it.
      if (!prepared.ok && prepared.code === 'payout-exists')
        throw new Error(`Payout ${payoutId} has a live rest already`);
      return prepared.ok ? prepared : { ok: true as const, value: { payoutId, number: payout.number } };
    }),
  );
}
