import { asCurrency } from '#app/money/currency';
import { CHARGE_ACCOUNT } from '#app/ledger/chart-of-accounts';
import { withoutZeros, type EntryInput, type PostingInput } from '#app/ledger/entry';
import { planWaterfall, type PlannedWaterfall } from '#app/ledger/waterfall/plan-waterfall';
import type { WaterfallPart } from '#app/ledger/waterfall/waterfall';
import { money } from '#app/money/money';

/** What the entries need to know of an order. */
export type OrderMoney = {
  id: string;
  buyerId: string;
  cooperativeId: string;
  priceMinor: bigint;
  currency: string;
  feeBps: number;
};
export type FrozenCharge = { kind: string; payee: string; basis: string; rateBps?: number | null; amountMinor: bigint };

export const placedKey = (orderId: string) => `order:${orderId}:placed`;
export const chargeKey = (chargeId: string) => `charge:${chargeId}:received`;

/** Placed: the buyer owes the price, and it is held for this order. */
export function placedEntry(order: OrderMoney, occurredAt: Date): EntryInput {
  return {
    key: placedKey(order.id),
    kind: 'order-placed',
    orderId: order.id,
    currency: asCurrency(order.currency),
    occurredAt,
    postings: [
      { account: { code: 'buyer-receivable', ownerId: order.buyerId }, amountMinor: order.priceMinor },
      { account: { code: 'held-for-order', ownerId: order.id }, amountMinor: -order.priceMinor },
    ],
  };
}

export type Payment = { chargeId: string; amountMinor: bigint; feeMinor: bigint; occurredAt: Date };

/** Paid: the price less Stripe's fee is on the Stripe balance, the buyer owes nothing more. The fee is the platform's cost, never the producers'. */
export function paymentEntry(order: OrderMoney, payment: Payment): EntryInput {
  return {
    ...received(order, payment, {
      account: { code: 'buyer-receivable', ownerId: order.buyerId },
      amountMinor: -payment.amountMinor,
    }),
    kind: 'payment-received',
  };
}

/** Money for an order that is gone, or paid already, or another sum than its price: it is owed back to the buyer at once. */
export function latePaymentEntry(order: OrderMoney, payment: Payment): EntryInput {
  return {
    ...received(order, payment, {
      account: { code: 'payable-buyer-refund', ownerId: order.buyerId },
      amountMinor: -payment.amountMinor,
    }),
    kind: 'late-payment',
  };
}

function received(order: OrderMoney, payment: Payment, against: PostingInput): Omit<EntryInput, 'kind'> {
  return {
    key: chargeKey(payment.chargeId),
    orderId: order.id,
    currency: asCurrency(order.currency),
    occurredAt: payment.occurredAt,
    memo: { charge: payment.chargeId },
    postings: withoutZeros([
      { account: { code: 'stripe-balance' }, amountMinor: payment.amountMinor - payment.feeMinor },
      { account: { code: 'payment-fees' }, amountMinor: payment.feeMinor },
      against,
    ]),
  };
}

/**
 * The planned waterfall of an order by the amounts frozen on its rows. Only these are counted again: a share was turned into an amount when the order was
 * placed, and `rateBps` is there to be shown.
 */
export function frozenPlan(order: OrderMoney, charges: readonly FrozenCharge[]): PlannedWaterfall {
  const plan = planWaterfall({
    price: money(order.priceMinor, asCurrency(order.currency)),
    charges: charges.map(({ kind, payee, basis, amountMinor }) => ({ kind, payee, basis, fixedMinor: amountMinor })),
    feeBps: order.feeBps,
  });
  if (!plan.ok) throw new RangeError(`The frozen waterfall of order ${order.id} does not hold: ${plan.code}`);
  const rateOf = ({ part, payee }: WaterfallPart) =>
    charges.find((charge) => charge.kind === part && charge.payee === payee)?.rateBps ?? null;
  const parts = plan.value.parts.map((part) => (part.payee === null ? part : { ...part, rateBps: rateOf(part) }));
  return { ...plan.value, parts };
}

/** Delivered: the held price goes to those named at the order, by the amounts frozen then; the net is owed to the cooperative. */
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
        account: { code: 'payable-to-cooperative', ownerId: order.cooperativeId },
        amountMinor: -plan.netMinor,
        part: 'net',
      },
      ...plan.charges.map(({ kind, payee, amountMinor }): PostingInput => ({
        account: { code: CHARGE_ACCOUNT[kind], ownerId: payee },
        amountMinor: -amountMinor,
        part: kind,
      })),
      { account: { code: 'platform-fee-revenue' }, amountMinor: -plan.feeMinor, part: 'fee' },
    ]),
  };
}
