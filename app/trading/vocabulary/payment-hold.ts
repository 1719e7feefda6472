import type { PaymentMethod } from '#app/payments/limits/payment-cost';
import { PAY_WITHIN_MINUTES, TRANSFER_WITHIN_DAYS } from '../lifecycle/order-lifecycle';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Nobody pays faster than this. */
const SHORTEST = { card: 10, transfer: 1 } as const;

/**
 * For how long stock is kept for an unpaid order, in minutes for a card and in days for a transfer: each
 * order that the buyer has not paid yet makes the next hold shorter.
 */
export function holdFor(method: PaymentMethod, unpaidBefore: number): number {
  const full = method === 'card' ? PAY_WITHIN_MINUTES : TRANSFER_WITHIN_DAYS;
  return Math.max(SHORTEST[method], Math.ceil(full / (unpaidBefore + 1)));
}

export function payByOf(placedAt: Date, method: PaymentMethod, unpaidBefore: number): Date {
  const unit = method === 'card' ? MINUTE_MS : DAY_MS;
  return new Date(placedAt.getTime() + holdFor(method, unpaidBefore) * unit);
}
