import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { confirmReceipt, type ReceiptRefusal } from '#app/payments/payouts/confirm-receipt.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { settleOrder } from './settle-order.server';

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

/**
 * The treasurer confirms what arrived. The whole sum settles the order, and closes its lot where nothing of
 * it is left to sell.
 */
export async function confirmPayout(
  deps: Deps,
  { actor, payoutId, received, locale, note, requestId }: ConfirmPayoutInput,
): Promise<Result<ConfirmedPayout, ReceiptRefusal | 'key-reused'>> {
  if (!can(actor, 'payout:confirm')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      {
        key: requestId,
        actorId: actor.userId,
        action: 'confirm-payout',
        input: { payoutId, received, locale: locale ?? null, note },
        now,
      },
      async () => {
        const receipt = await confirmReceipt(tx, deps, { actor, payoutId, received, locale, note });
        if (!receipt.ok || receipt.value.state === 'mismatch') return receipt;
        const { orderId, state: payoutState } = receipt.value;
        await settleOrder(tx, deps, { orderId, byUserId: actor.userId, payoutState });
        return ok(receipt.value);
      },
    ),
  );
}
