import { wireTime } from '../rules/wire-amount';
import type { WireObject } from './rows';

/** The API version whose shapes the sandbox writes: that of the installed SDK. */
export const STRIPE_API_VERSION = '2026-08-26.dahlia';

export type EventType =
  | 'checkout.session.completed'
  | 'checkout.session.expired'
  | 'checkout.session.async_payment_succeeded'
  | 'checkout.session.async_payment_failed'
  | 'payment_intent.created'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'payment_intent.canceled'
  | 'payment_intent.partially_funded'
  | 'cash_balance.funds_available'
  | 'charge.succeeded'
  | 'charge.failed'
  | 'charge.refunded'
  | 'charge.dispute.created'
  | 'charge.dispute.funds_withdrawn'
  | 'charge.dispute.funds_reinstated'
  | 'charge.dispute.closed'
  | 'refund.created'
  | 'refund.failed';

/** What asked for a change: null for the page and for the passing of time, as Stripe has it. */
export type RequestMark = { id: string; idempotencyKey: string | null } | null;

export function buildEvent(event: {
  id: string;
  type: EventType;
  at: Date;
  object: WireObject;
  request: RequestMark;
}): WireObject {
  return {
    id: event.id,
    object: 'event',
    api_version: STRIPE_API_VERSION,
    created: wireTime(event.at),
    data: { object: event.object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: event.request?.id ?? null, idempotency_key: event.request?.idempotencyKey ?? null },
    type: event.type,
  };
}
