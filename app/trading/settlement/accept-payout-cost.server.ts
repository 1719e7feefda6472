import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { acceptBankCost, type AcceptRefusal } from '#app/payments/short-payout/accept-bank-cost.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { settleOrder } from './settle-order.server';

/** A second person accepts that a bank kept a part of the payout: with what arrived the order is settled. */
export async function acceptPayoutCost(
  deps: Deps,
  { actor, payoutId, requestId }: { actor: Actor; payoutId: string; requestId: string },
): Promise<Result<{ payoutId: string; orderId: string }, AcceptRefusal | 'key-reused'>> {
  if (!can(actor, 'payout:decide-cost')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'accept-bank-cost', input: { payoutId }, now },
      async () => {
        const accepted = await acceptBankCost(tx, deps, { actor, payoutId });
        if (!accepted.ok) return accepted;
        const { orderId, state: payoutState } = accepted.value;
        await settleOrder(tx, deps, { orderId, byUserId: actor.userId, payoutState });
        return ok({ payoutId, orderId });
      },
    ),
  );
}
