import { Decimal } from '#app/money/decimal';
import type { Change } from '../sandbox-context.server';
import { readControl } from './controls.server';
import { newStripeId } from './new-stripe-id.server';

/** Stripe's usual two days until a payment can be paid out. Refunds and disputes count at once. */
const SETTLE_MS = 2 * 24 * 60 * 60 * 1_000;

export type BalanceMovement = {
  type: 'charge' | 'payment' | 'refund' | 'payment_refund' | 'refund_failure' | 'adjustment';
  reportingCategory: 'charge' | 'refund' | 'refund_failure' | 'dispute';
  /** Signed: negative takes money from the balance. */
  amountMinor: bigint;
  /** What Stripe keeps of an amount in the currency that it settles in. */
  fee: (settledMinor: bigint) => bigint;
  currency: string;
  sourceId: string;
  description: string | null;
};

/** In the charge's own currency, or changed into the one that the account was told to settle in. */
export async function recordBalanceTransaction(
  { tx, now }: Change,
  { fee, ...movement }: BalanceMovement,
): Promise<string> {
  const { currency, rate } = await readControl(tx, 'settlement');
  const exchanged = currency !== null && currency !== movement.currency;
  const amountMinor = exchanged
    ? BigInt(new Decimal(movement.amountMinor.toString()).times(rate).toFixed(0, Decimal.ROUND_HALF_UP))
    : movement.amountMinor;
  const createdAt = now();
  const settlesAt = movement.amountMinor > 0n ? new Date(createdAt.getTime() + SETTLE_MS) : createdAt;
  const { id } = await tx.sandboxBalanceTransaction.create({
    data: {
      id: newStripeId('txn'),
      ...movement,
      amountMinor,
      feeMinor: fee(amountMinor),
      currency: exchanged ? currency : movement.currency,
      exchangeRate: exchanged ? rate : null,
      createdAt,
      availableAt: settlesAt,
    },
  });
  return id;
}
