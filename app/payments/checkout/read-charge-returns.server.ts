import { bookValue, type Settlement } from '#app/ledger/settlement';
import { asCurrency, type Currency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { feeInMinor, settlementOf, signedMinor, type StripeMovement } from './settlement-of';
import { fromStripeAmount } from './stripe-amount';

/** One movement on the Stripe balance, in the order's minor units. */
export type ReturnMovement = {
  id: string;
  /** Signed: negative was taken from the balance. */
  grossMinor: bigint;
  feeMinor: bigint;
  settlement: Settlement | null;
  occurredAt: Date;
};

export type ChargeRefund = { id: string; amountMinor: bigint; movement: ReturnMovement };
/** Money that was sent back and could not reach the buyer: it left the balance, and came to it again. */
export type FailedRefund = ChargeRefund & { back: ReturnMovement };
export type ChargeDispute = {
  id: string;
  amountMinor: bigint;
  reason: string;
  status: 'open' | 'won' | 'lost';
  openedAt: Date;
  evidenceDueAt: Date | null;
  movements: ReturnMovement[];
};

/** What Stripe says now of the money that left a charge again. */
export type ChargeReturns = {
  chargeId: string;
  currency: Currency;
  grossMinor: bigint;
  refunds: ChargeRefund[];
  failedRefunds: FailedRefund[];
  disputes: ChargeDispute[];
};

const STATUS: Record<string, ChargeDispute['status']> = {
  won: 'won',
  lost: 'lost',
  warning_closed: 'won',
  prevented: 'won',
};
/** Stripe's most for one page. A charge with more refunds or disputes than this is read page by page. */
const PAGE = 100;

/**
 * Refetches a charge, its refunds and its disputes: a webhook is only the hint to look. Refunds that wait for
 * their booking are left out.
 */
export async function readChargeReturns(
  { stripe }: Pick<Deps, 'stripe'>,
  { chargeId, hadRefunds }: { chargeId: string; hadRefunds: boolean },
): Promise<ChargeReturns> {
  const charge = await stripe.charges.retrieve(chargeId, { expand: ['balance_transaction'] });
  const payment = charge.balance_transaction;
  if (!payment || typeof payment === 'string') throw new Error(`Stripe has not booked charge ${chargeId} yet`);
  const currency = asCurrency(charge.currency.toUpperCase());
  const grossMinor = fromStripeAmount(charge.amount, currency);
  const settledMinor = settlementOf(charge.currency, payment)?.amountMinor ?? grossMinor;

  const movementOf = (movement: StripeMovement, amountMinor: bigint): ReturnMovement => {
    const settlement = settlementOf(charge.currency, movement);
    const signed = movement.amount < 0 ? -amountMinor : amountMinor;
    return {
      id: movement.id,
      grossMinor: settlement ? signed : signedMinor(movement.amount, currency),
      feeMinor: settlement ? 0n : feeInMinor(movement.fee, currency),
      settlement: settlement && { ...settlement, bookMinor: bookValue(signed, { grossMinor, settledMinor }) },
      occurredAt: new Date(movement.created * 1000),
    };
  };

  const refunds: ChargeRefund[] = [];
  const failedRefunds: FailedRefund[] = [];
  const disputes: ChargeDispute[] = [];
  const returns = { chargeId, currency, grossMinor, refunds, failedRefunds, disputes };
  // Most payments are never touched again: one call says so. A refund that failed is no longer counted there.
  if (!hadRefunds && !charge.disputed && charge.amount_refunded === 0) return returns;
  for await (const refund of stripe.refunds.list({
    charge: chargeId,
    limit: PAGE,
    expand: ['data.balance_transaction', 'data.failure_balance_transaction'],
  })) {
    const movement = refund.balance_transaction;
    if (!movement || typeof movement === 'string') continue;
    const amountMinor = fromStripeAmount(refund.amount, currency);
    const made = { id: refund.id, amountMinor, movement: movementOf(movement, amountMinor) };
    const back = refund.failure_balance_transaction;
    if (refund.status !== 'failed' && refund.status !== 'canceled') refunds.push(made);
    else if (back && typeof back !== 'string') failedRefunds.push({ ...made, back: movementOf(back, amountMinor) });
  }
  for await (const dispute of stripe.disputes.list({ charge: chargeId, limit: PAGE })) {
    const amountMinor = fromStripeAmount(dispute.amount, currency);
    const dueBy = dispute.evidence_details.due_by;
    disputes.push({
      id: dispute.id,
      amountMinor,
      reason: dispute.reason,
      status: STATUS[dispute.status] ?? 'open',
      openedAt: new Date(dispute.created * 1000),
      evidenceDueAt: dueBy === null ? null : new Date(dueBy * 1000),
      movements: dispute.balance_transactions.map((movement) => movementOf(movement, amountMinor)),
    });
  }
  for (const list of [refunds, failedRefunds, disputes]) list.reverse();
  return returns;
}

/** What of a charge is neither back with the buyer nor taken back by the bank. */
export function leftOfCharge({ grossMinor, refunds, disputes }: ChargeReturns): bigint {
  const gone = [...refunds, ...disputes.filter(({ status }) => status !== 'won')];
  return gone.reduce((left, { amountMinor }) => left - amountMinor, grossMinor);
}
