import type { Change } from '../sandbox-context.server';
import { newStripeId } from './new-stripe-id.server';

/** Stripe's usual two days until a payment can be paid out; refunds and disputes count at once. */
const SETTLE_MS = 2 * 24 * 60 * 60 * 1_000;

export type BalanceMovement = {
  type: 'charge' | 'payment' | 'refund' | 'payment_refund' | 'adjustment';
  reportingCategory: 'charge' | 'refund' | 'dispute';
  /** Signed: negative takes money from the balance. */
  amountMinor: bigint;
  feeMinor: bigint;
  currency: string;
  sourceId: string;
  description: string | null;
};

export async function recordBalanceTransaction({ tx, now }: Change, movement: BalanceMovement): Promise<string> {
  const createdAt = now();
  const settlesAt = movement.amountMinor > 0n ? new Date(createdAt.getTime() + SETTLE_MS) : createdAt;
  const { id } = await tx.sandboxBalanceTransaction.create({
    data: { id: newStripeId('txn'), ...movement, createdAt, availableAt: settlesAt },
  });
  return id;
}
