import type { Deps } from '#app/platform/deps';
import { frozenPlan } from '#app/trading/lifecycle/order-entries';

/** How far the money of an order has come: held, on the way with the goods, owed, prepared, sent to the cooperative's account, or not as announced. */
export const COMING_STAGES = ['paid', 'shipped', 'delivered', 'prepared', 'sent', 'mismatch'] as const;
export type ComingStage = (typeof COMING_STAGES)[number];

export type ComingMoney = {
  orderId: string;
  number: string;
  mineral: string;
  form: string;
  stage: ComingStage;
  payoutId: string | null;
  /**
   * What is left for the cooperative after every named charge and the fee, and has not arrived yet; minor
   * units.
   */
  amountMinor: bigint;
  currency: string;
  /** ISO time since when it stands there. */
  since: string;
  /** Its payment is in question: neither goods nor money move until that is decided. */
  frozen: boolean;
};

const PAYOUT_STAGE: Record<string, ComingStage> = {
  prepared: 'prepared',
  approved: 'sent',
  mismatch: 'mismatch',
  accepting: 'mismatch',
};

/** Money of a cooperative that buyers have paid and that is not in its hands yet, the nearest first. */
export async function moneyOnItsWay(
  deps: Pick<Deps, 'db'>,
  { cooperativeId }: { cooperativeId: string },
): Promise<ComingMoney[]> {
  const orders = await deps.db.order.findMany({
    where: { cooperativeId, state: { in: ['paid', 'shipped', 'delivered'] } },
    include: { charges: { orderBy: { position: 'asc' } } },
    orderBy: { placedAt: 'asc' },
    take: 100,
  });
  const payouts = await deps.db.payout.findMany({
    where: {
      orderId: { in: orders.map(({ id }) => id) },
      state: { in: ['prepared', 'approved', 'mismatch', 'accepting', 'partial'] },
    },
  });
  const live = payouts.filter(({ state }) => state !== 'partial');
  const byOrder = new Map(live.map((payout) => [payout.orderId, payout]));
  /** What of an order arrived already, in payouts of which a part did. */
  const arrivedOf = (orderId: string) =>
    payouts
      .filter((payout) => payout.state === 'partial' && payout.orderId === orderId)
      .reduce((sum, { receivedMinor }) => sum + (receivedMinor ?? 0n), 0n);
  const coming = orders.map((order): ComingMoney => {
    const payout = byOrder.get(order.id);
    const since = payout
      ? (payout.confirmedAt ?? payout.approvedAt ?? payout.preparedAt)
      : (order.deliveredAt ?? order.shippedAt ?? order.paidAt ?? order.placedAt);
    return {
      orderId: order.id,
      number: order.number,
      mineral: order.mineral,
      form: order.form,
      stage: payout ? (PAYOUT_STAGE[payout.state] ?? 'prepared') : stageOf(order.state),
      payoutId: payout?.id ?? null,
      amountMinor: payout ? payout.amountMinor : frozenPlan(order, order.charges).netMinor - arrivedOf(order.id),
      currency: order.currency,
      since: since.toISOString(),
      frozen: order.frozenFor !== null,
    };
  });
  return coming.sort((a, b) => COMING_STAGES.indexOf(b.stage) - COMING_STAGES.indexOf(a.stage));
}

function stageOf(state: string): ComingStage {
  return COMING_STAGES.find((stage) => stage === state) ?? 'paid';
}
