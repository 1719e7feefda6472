import type { AccountRef } from '#app/ledger/chart-of-accounts';
import { withoutZeros, type EntryInput, type EntryKind, type PostingInput } from '#app/ledger/entry';
import { settledEntries, type Settlement } from '#app/ledger/settlement';
import { asCurrency } from '#app/money/currency';
import type { OrderMoney } from '../lifecycle/order-entries';

/** What the order's buyer paid in and nobody was given yet. Positive minor units. */
export type Held = { priceMinor: bigint; paymentCostMinor: bigint };

/**
 * One movement on the Stripe balance that takes money of an order back, or gives it back. Signed: negative
 * leaves the balance.
 */
type Movement = {
  id: string;
  grossMinor: bigint;
  feeMinor: bigint;
  settlement: Settlement | null;
  occurredAt: Date;
};

export const disputeKey = (disputeId: string) => `dispute:${disputeId}:`;
export const outsideRefundKey = (refundId: string) => `refund:${refundId}:out`;
export const refundEndKey = (refundId: string) => `refund:${refundId}:ended`;
/** Begins like the refund's own: in reserve the two are one sum. */
export const refundFailedKey = (refundId: string) => `${outsideRefundKey(refundId)}:failed`;

/** What a dispute moved, with its fee, stands in reserve until the dispute is decided. */
export function disputeEntries(order: OrderMoney, disputeId: string, movement: Movement): EntryInput[] {
  return movementEntries(order, movement, {
    key: `${disputeKey(disputeId)}${movement.id}`,
    kind: movement.grossMinor < 0n ? 'dispute-withdrawn' : 'dispute-returned',
    memo: { dispute: disputeId, movement: movement.id },
    against: returned(order),
    feeAccount: returned(order),
  });
}

/** What was sent back at Stripe itself stands in reserve until it is known what becomes of the order. */
export function outsideRefundEntries(
  order: OrderMoney,
  refundId: string,
  movement: Movement,
  owedToBuyer = false,
): EntryInput[] {
  return movementEntries(order, movement, {
    key: outsideRefundKey(refundId),
    kind: 'refund-outside',
    memo: { refund: refundId },
    // A refund that failed before left the buyer something owed: this one pays it.
    against: owedToBuyer ? { code: 'payable-buyer-refund', ownerId: order.buyerId } : returned(order),
    feeAccount: { code: 'payment-fees' },
  });
}

/**
 * What was sent back did not reach the buyer and is on the balance again: against the account that had borne
 * it.
 */
export function refundFailedEntries(
  order: OrderMoney,
  { refundId, against, back }: { refundId: string; against: 'reserve' | 'loss' | 'buyer'; back: Movement },
): EntryInput[] {
  const accounts = {
    reserve: returned(order),
    loss: { code: 'refund-loss' as const },
    buyer: { code: 'payable-buyer-refund' as const, ownerId: order.buyerId },
  };
  return movementEntries(order, back, {
    key: refundFailedKey(refundId),
    kind: 'refund-failed',
    memo: { refund: refundId },
    against: accounts[against],
    feeAccount: { code: 'payment-fees' },
  });
}

/** Money that was owed back to a buyer, because it came too late, went back. */
export function lateRefundEntries(
  order: OrderMoney,
  refund: { chargeId: string; refundId: string; whole: boolean; movement: Movement },
): EntryInput[] {
  const { chargeId, refundId, whole, movement } = refund;
  return movementEntries(order, movement, {
    key: whole ? lateRefundKey(chargeId) : `${lateRefundKey(chargeId)}:${refundId}`,
    kind: 'payment-refunded',
    memo: { charge: chargeId, refund: refundId },
    against: { code: 'payable-buyer-refund', ownerId: order.buyerId },
    feeAccount: { code: 'payment-fees' },
  });
}

export const lateRefundKey = (chargeId: string) => `charge:${chargeId}:refunded`;

function movementEntries(
  order: OrderMoney,
  { grossMinor, feeMinor, settlement, occurredAt }: Movement,
  entry: { key: string; kind: EntryKind; memo: Record<string, string>; against: AccountRef; feeAccount: AccountRef },
): EntryInput[] {
  const { key, kind, memo, against, feeAccount } = entry;
  return settledEntries(
    {
      key,
      kind,
      memo,
      orderId: order.id,
      currency: asCurrency(order.currency),
      occurredAt,
      postings: joined([
        { account: against, amountMinor: -grossMinor },
        { account: feeAccount, amountMinor: feeMinor },
        { account: { code: 'stripe-balance' }, amountMinor: grossMinor - feeMinor },
      ]),
    },
    settlement,
    feeAccount,
  );
}

/**
 * Who bears what stood in reserve: what is held for the order and what is owed back to the buyer come first,
 * the rest is the platform's own loss. What taking the payment cost is owed by the platform itself, like that
 * of a payment that came too late: no price covers it any more.
 */
export function reserveEndedEntry(
  order: OrderMoney,
  end: {
    key: string;
    kind: 'dispute-ended' | 'refund-ended';
    currency: string;
    reserveMinor: bigint;
    held: Held;
    owedBackMinor?: bigint;
    feesMinor?: bigint;
    lossAccount: AccountRef;
    occurredAt: Date;
  },
): EntryInput {
  const { key, kind, currency, reserveMinor, held, owedBackMinor = 0n, feesMinor = 0n, lossAccount, occurredAt } = end;
  const lossMinor = reserveMinor - held.priceMinor - held.paymentCostMinor - owedBackMinor;
  return {
    key,
    kind,
    orderId: order.id,
    currency: asCurrency(currency),
    occurredAt,
    postings: withoutZeros([
      { account: { code: 'held-for-order', ownerId: order.id }, amountMinor: held.priceMinor },
      { account: { code: 'payment-cost-cover', ownerId: order.id }, amountMinor: held.paymentCostMinor },
      { account: { code: 'payable-buyer-refund', ownerId: order.buyerId }, amountMinor: owedBackMinor },
      { account: lossAccount, amountMinor: lossMinor },
      { account: returned(order), amountMinor: -reserveMinor },
      { account: { code: 'owed-by-platform' }, amountMinor: feesMinor },
      { account: { code: 'payment-fees' }, amountMinor: -feesMinor },
    ]),
  };
}

function returned(order: OrderMoney): AccountRef {
  return { code: 'returned-money', ownerId: order.id };
}

/** Two lines of one account are one line: an amount and its fee on the same reserve. */
function joined(postings: readonly PostingInput[]): PostingInput[] {
  const lines: PostingInput[] = [];
  for (const posting of postings) {
    const same = lines.find(({ account }) => account.code === posting.account.code);
    if (same) same.amountMinor += posting.amountMinor;
    else lines.push({ ...posting });
  }
  return withoutZeros(lines);
}
