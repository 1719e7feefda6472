import { z } from 'zod';
import { toRefusal } from './param-issues';
import { metadataSchema } from './session-params';
import { invalidRequest } from '../stripe-refusal';

const refundParams = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: z
    .string()
    .regex(/^[1-9]\d{0,11}$/, 'Invalid positive integer')
    .optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadataSchema.default({}),
  expand: z.unknown().optional(),
});

export type RefundParams = ReturnType<typeof readRefundParams>;

/**
 * Parameters of POST /v1/refunds. Without an amount everything that is left is refunded. Throws
 * StripeRefusal.
 */
export function readRefundParams(params: unknown) {
  const read = refundParams.safeParse(params);
  if (!read.success) throw toRefusal(read.error, params);
  const { payment_intent: intentId, charge: chargeId, amount, reason, metadata } = read.data;
  if (intentId === undefined && chargeId === undefined) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.');
  }
  return {
    intentId: intentId ?? null,
    chargeId: chargeId ?? null,
    amountMinor: amount === undefined ? null : BigInt(amount),
    reason: reason ?? null,
    metadata,
  };
}

const cashRefundParams = z.strictObject({
  origin: z.literal('customer_balance'),
  customer: z.string(),
  currency: z.string().length(3),
  amount: z.string().regex(/^[1-9]\d{0,11}$/, 'Invalid positive integer'),
  metadata: metadataSchema.default({}),
  expand: z.unknown().optional(),
});

export type CashRefundParams = ReturnType<typeof readCashRefundParams>;

function readCashRefundParams(params: unknown) {
  const read = cashRefundParams.safeParse(params);
  if (!read.success) throw toRefusal(read.error, params);
  const { customer: customerId, currency, amount, metadata } = read.data;
  return { customerId, currency, amountMinor: BigInt(amount), metadata };
}

/** Of a charge, or with `origin` of a customer's own money that lies in no payment. Throws StripeRefusal. */
export function readAnyRefundParams(params: Record<string, unknown>): RefundParams | CashRefundParams {
  return 'origin' in params ? readCashRefundParams(params) : readRefundParams(params);
}
