import { asCurrency } from '#app/money/currency';
import { CHARGE_ACCOUNT } from '#app/ledger/chart-of-accounts';
import { withoutZeros, type EntryInput, type PostingInput } from '#app/ledger/entry';
import { withPaymentCost, type PaidWaterfall } from '#app/ledger/waterfall/payment-cost';
import { planWaterfall } from '#app/ledger/waterfall/plan-waterfall';
import type { WaterfallPart } from '#app/ledger/waterfall/waterfall';
import { money, portionBps } from '#app/money/money';

/** What the entries need to know of an order. */
export type OrderMoney = {
  id: string;
  buyerId: string;
  cooperativeId: string;
  priceMinor: bigint;
  currency: string;
  feeBps: number;
  paymentCostMinor: bigint;
  /** Null on orders from before the cost of a payment was frozen. */
  costBearer: 'buyer' | 'platform' | null;
};
export type FrozenCharge = { kind: string; payee: string; basis: string; rateBps?: number | null; amountMinor: bigint };

/** The first, or a later one that took its place. */
export const placedKey = (orderId: string, times = 1) => `order:${orderId}:placed${times > 1 ? `:${times}` : ''}`;
export const chargeKey = (chargeId: string) => `charge:${chargeId}:received`;

/** What the buyer pays for an order. */
export function totalOf({ priceMinor, paymentCostMinor, costBearer }: Omit<OrderMoney, 'id'>): bigint {
  return costBearer === 'buyer' ? priceMinor + paymentCostMinor : priceMinor;
}

/**
 * Placed: the buyer owes the price, which is held for this order, and the payment's cost where the buyer
 * bears it.
 */
export function placedEntry(order: OrderMoney, occurredAt: Date): EntryInput {
  return {
    key: placedKey(order.id),
    kind: 'order-placed',
    orderId: order.id,
    currency: asCurrency(order.currency),
    occurredAt,
    postings: withoutZeros([
      { account: { code: 'buyer-receivable', ownerId: order.buyerId }, amountMinor: totalOf(order) },
      { account: { code: 'held-for-order', ownerId: order.id }, amountMinor: -order.priceMinor },
      {
        account: { code: 'payment-cost-cover', ownerId: order.id },
        amountMinor: order.priceMinor - totalOf(order),
      },
    ]),
  };
}

export type Payment = { chargeId: string; amountMinor: bigint; feeMinor: bigint; occurredAt: Date };

/**
 * Paid: what came less the partner's fee is on the Stripe balance, the buyer owes nothing more. The fee is
 * booked up to its frozen cover. The rest of either is the platform's, never the producers'.
 */
export function paymentEntry(order: OrderMoney, payment: Payment): EntryInput {
  return {
    ...received(order, payment, {
      coverMinor: coverOf(order),
      against: { account: { code: 'buyer-receivable', ownerId: order.buyerId }, amountMinor: -payment.amountMinor },
    }),
    kind: 'payment-received',
  };
}

/**
 * Money for an order that is gone, or paid already, or another sum than its total: it is owed back to the
 * buyer at once, all of it, and the platform itself owes the fee that is not given back.
 */
export function latePaymentEntry(order: OrderMoney, payment: Payment): EntryInput {
  return {
    ...received(order, payment, {
      coverMinor: 0n,
      against: { account: { code: 'payable-buyer-refund', ownerId: order.buyerId }, amountMinor: -payment.amountMinor },
    }),
    kind: 'late-payment',
  };
}

/**
 * What is there to pay the partner's fee from: the frozen cost, or the platform's fee on orders from before.
 */
function coverOf(order: OrderMoney): bigint {
  if (order.costBearer !== null) return order.paymentCostMinor;
  return portionBps(money(order.priceMinor, asCurrency(order.currency)), order.feeBps).minor;
}

function received(
  order: OrderMoney,
  payment: Payment,
  { coverMinor, against }: { coverMinor: bigint; against: PostingInput },
): Omit<EntryInput, 'kind'> {
  const beyond = payment.feeMinor - coverMinor;
  // What an old order's fee leaves of the platform's fee shows where the fee is earned, not here.
  const frozen = order.costBearer !== null && coverMinor > 0n;
  return {
    key: chargeKey(payment.chargeId),
    orderId: order.id,
    currency: asCurrency(order.currency),
    occurredAt: payment.occurredAt,
    memo: { charge: payment.chargeId },
    postings: withoutZeros([
      { account: { code: 'stripe-balance' }, amountMinor: payment.amountMinor - payment.feeMinor },
      { account: { code: 'payment-fees' }, amountMinor: frozen || beyond > 0n ? coverMinor : payment.feeMinor },
      { account: { code: 'payment-cost-difference' }, amountMinor: frozen && beyond < 0n ? beyond : 0n },
      { account: { code: 'owed-by-platform' }, amountMinor: beyond > 0n ? beyond : 0n },
      against,
    ]),
  };
}

/**
 * The planned waterfall of an order by the amounts frozen on its rows. Only these are counted again: a share
 * was turned into an amount when the order was placed, and `rateBps` is there to be shown.
 */
export function frozenPlan(order: OrderMoney, charges: readonly FrozenCharge[]): PaidWaterfall {
  const plan = planWaterfall({
    price: money(order.priceMinor, asCurrency(order.currency)),
    charges: charges.map(({ kind, payee, basis, amountMinor }) => ({ kind, payee, basis, fixedMinor: amountMinor })),
    feeBps: order.feeBps,
  });
  if (!plan.ok) throw new RangeError(`The frozen waterfall of order ${order.id} does not hold: ${plan.code}`);
  const rateOf = ({ part, payee }: WaterfallPart) =>
    charges.find((charge) => charge.kind === part && charge.payee === payee)?.rateBps ?? null;
  const parts = plan.value.parts.map((part) => (part.payee === null ? part : { ...part, rateBps: rateOf(part) }));
  const { costBearer, paymentCostMinor } = order;
  const paid = withPaymentCost(
    { ...plan.value, parts },
    { bearer: costBearer ?? 'platform', costMinor: costBearer === null ? 0n : paymentCostMinor },
  );
  if (!paid.ok) throw new RangeError(`The frozen payment cost of order ${order.id} does not hold: ${paid.code}`);
  return paid.value;
}

/**
 * Delivered: the held price goes to those named at the order, by the amounts frozen then. The net is owed to
 * the cooperative.
 */
export function settlementEntry(order: OrderMoney, charges: readonly FrozenCharge[], occurredAt: Date): EntryInput {
  const plan = frozenPlan(order, charges);
  return {
    key: `order:${order.id}:settled`,
    kind: 'delivery-settled',
    orderId: order.id,
    currency: asCurrency(order.currency),
    occurredAt,
    postings: withoutZeros([
      { account: { code: 'held-for-order', ownerId: order.id }, amountMinor: order.priceMinor },
      {
        account: { code: 'payment-cost-cover', ownerId: order.id },
        amountMinor: plan.totalMinor - order.priceMinor,
      },
      {
        account: { code: 'payable-to-cooperative', ownerId: order.cooperativeId },
        amountMinor: -plan.netMinor,
        part: 'net',
      },
      ...plan.charges.map(({ kind, payee, amountMinor }): PostingInput => ({
        account: { code: CHARGE_ACCOUNT[kind], ownerId: payee },
        amountMinor: -amountMinor,
        part: kind,
      })),
      { account: { code: 'platform-fee-revenue' }, amountMinor: -plan.keptFeeMinor, part: 'fee' },
      { account: { code: 'payment-fees' }, amountMinor: -plan.paymentCostMinor, part: 'payment-cost' },
    ]),
  };
}
