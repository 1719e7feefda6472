import { closeLot } from '#app/catalogue/stock/release-stock.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { PayoutState } from '#app/payments/payouts/payout-lifecycle';
import type { Deps } from '#app/platform/deps';
import { OPEN_STATES } from '../lifecycle/order-lifecycle';
import { lockOrder, moveOrder } from '../lifecycle/move-order.server';
import { noteComparableSale } from './note-comparable-sale.server';

/**
 * The cooperative has its money: the order is settled, counts as a sale, and closes its lot where nothing of
 * it is left to sell.
 */
export async function settleOrder(
  tx: Tx,
  deps: Deps,
  { orderId, byUserId, payoutState }: { orderId: string; byUserId: string; payoutState: PayoutState },
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const moved = await moveOrder(tx, deps, order, { action: 'settle', by: 'system', byUserId, facts: { payoutState } });
  if (!moved.ok) throw new Error(`A delivered order could not be settled: ${moved.code}`);
  await noteComparableSale(tx, deps, order);
  await deps.jobs.enqueue(tx, 'publish-figures', {}, { key: 'publish-figures' });
  const unsettled = await tx.order.count({
    where: { lotId: order.lotId, state: { in: OPEN_STATES } },
  });
  if (unsettled === 0) await closeLot(tx, { lotId: order.lotId, at: deps.clock.now() });
}
