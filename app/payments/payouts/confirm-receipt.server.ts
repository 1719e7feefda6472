import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { postEntry } from '#app/ledger/post-entry.server';
import { orAmbiguous } from '#app/money/typed-decimal';
import { readTypedMoney } from '#app/money/typed-money';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { lockPayout, refuseFrozen } from './lock-payout.server';
import { movePayout } from './move-payout.server';
import { arrivedEntry, proceedsEntry } from './payout-entries';
import { nextPayoutState } from './payout-lifecycle';

export type ReceiptRefusal = 'payout-state' | 'received-amount' | 'order-frozen' | NoteRefusal | PersonConflict;
export type Receipt = { payoutId: string; orderId: string; state: 'confirmed' | 'mismatch' };

/**
 * The treasurer says what arrived. The sum that was sent: it is posted out of the platform's and into the
 * cooperative's own book. Another sum: nothing is posted, staff have a case. Part of the caller's
 * transaction, which moves the order.
 */
export async function confirmReceipt(
  tx: Tx,
  deps: Deps,
  {
    actor,
    payoutId,
    received,
    locale,
    note,
  }: { actor: Actor; payoutId: string; received: string; locale?: string | undefined; note: string },
): Promise<Result<Receipt, ReceiptRefusal>> {
  const said = readNote(note);
  if (!said.ok) return said;
  const payout = await lockPayout(tx, payoutId, { cooperativeId: actor.organisationId });
  const refused = refuse('received-amount', 'payments:refusal.receivedAmount', { path: 'received' });
  const read = readTypedMoney(received, payout.currency, { zero: true, locale });
  if (!('money' in read)) return orAmbiguous(refused, read);
  const amount = read.money;
  const action = amount.minor === payout.amountMinor ? 'confirm' : 'report';
  if (!nextPayoutState(payout.state, action, 'cooperative'))
    return refuse('payout-state', 'payments:refusal.payoutState');
  // Another sum is a fact and moves nothing. The whole sum settles the order, and waits.
  if (action === 'confirm' && (await refuseFrozen(tx, payout.orderId)))
    return refuse('order-frozen', 'payments:refusal.confirmFrozen', { path: 'received' });
  const conflict = await requireDistinctPersons(tx, {
    ...{ actor, others: [payout.preparedById, payout.approvedById], sides: [payout.programmeId] },
  });
  if (conflict) return conflict;
  const now = deps.clock.now();
  await movePayout(tx, deps, payout, {
    ...{ action, by: 'cooperative' },
    data: {
      confirmedById: actor.userId,
      confirmedAt: now,
      receivedMinor: amount.minor,
      note: said.value || null,
    },
  });
  await recordAudit(tx, deps, {
    actor,
    action: `payout:${action}`,
    subjectKind: 'payout',
    subjectId: payoutId,
    detail: { received: amount.minor.toString() },
  });
  if (action === 'report') return ok({ payoutId, orderId: payout.orderId, state: 'mismatch' });
  const { method } = await tx.payoutDestination.findUniqueOrThrow({
    where: { id: payout.destinationId },
    select: { method: true },
  });
  for (const entry of [arrivedEntry(payout, method, now), proceedsEntry(payout, now)]) {
    const posted = await postEntry(tx, deps, entry);
    if (!posted.ok) throw new Error(`The ledger refused payout ${payoutId}: ${posted.code}`);
  }
  return ok({ payoutId, orderId: payout.orderId, state: 'confirmed' });
}
