import { closeLot } from '#app/catalogue/close-lot.server';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { confirmReceipt, type ReceiptRefusal } from '#app/payments/payouts/confirm-receipt.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { lockOrder, moveOrder } from './move-order.server';
import { noteComparableSale } from './note-comparable-sale.server';

export type ConfirmPayoutInput = {
  actor: Actor;
  payoutId: string;
  /** As typed in the language. */
  received: string;
  locale?: string;
  note: string;
  requestId: string;
};
export type ConfirmedPayout = { payoutId: string; orderId: string; state: 'confirmed' | 'mismatch' };

/** The treasurer confirms what arrived. The whole sum settles the order, and closes its lot where nothing of it is left to sell. */
export async function confirmPayout(
  deps: Deps,
  { actor, payoutId, received, locale, note, requestId }: ConfirmPayoutInput,
): Promise<Result<ConfirmedPayout, ReceiptRefusal | 'key-reused'>> {
  if (!can(actor, 'payout:confirm')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'confirm-payout', input: { payoutId, received }, now },
      async () => {
        const receipt = await confirmReceipt(tx, deps, { actor, payoutId, received, locale, note });
        if (!receipt.ok || receipt.value.state === 'mismatch') return receipt;
        const order = await lockOrder(tx, receipt.value.orderId, { cooperativeId: actor.organisationId });
        const moved = await moveOrder(tx, deps, order, { action: 'settle', by: 'system', byUserId: actor.userId });
        if (!moved.ok) throw new Error(`A delivered order could not be settled: ${moved.code}`);
        await noteComparableSale(tx, deps, order);
        const unsettled = await tx.order.count({
          where: { lotId: order.lotId, state: { in: ['placed', 'paid', 'shipped', 'delivered'] } },
        });
        if (unsettled === 0) await closeLot(tx, { lotId: order.lotId, at: now });
        return ok(receipt.value);
      },
    ),
  );
}
