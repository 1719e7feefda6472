import type { Order } from '#app/platform/db/generated/client';
import { totalOf } from './order-entries';

/** What the use case read under the order's lock, for the guard of its step. */
export type StepFacts = {
  /** Of placing: both sides may trade, the stock is kept, and the price that the buyer was shown. */
  buyerAccepted?: boolean;
  cooperativeAccepted?: boolean;
  reserved?: boolean;
  agreedMinor?: bigint;
  /** What came in for the order, in its currency. */
  receivedMinor?: bigint;
  /** The buyer says that the goods agree with their assay or description. */
  agreed?: boolean;
  carrier?: string;
  carrierReference?: string;
  /** The state of the payout that ends the order. */
  payoutState?: string;
  /** All that was paid went back to the buyer, or is lost to the buyer's bank. */
  wholeIsGone?: boolean;
  /** Something of the proceeds was sent to the cooperative. */
  paidOut?: boolean;
  /** Disputes that are open, and what went back or is lost and nobody has decided on. */
  openMatters?: number;
};

type Guard = (order: GuardedOrder, facts: StepFacts, at: Date) => boolean;
type GuardedOrder = Pick<Order, 'priceMinor' | 'currency' | 'paymentCostMinor' | 'costBearer' | 'feeBps' | 'payBy'> &
  Pick<Order, 'buyerId' | 'cooperativeId'>;

/**
 * What must hold for a step besides state and mover. The use case refuses in words before; the mover asks
 * again, so that no other way leads past it.
 */
export const ORDER_GUARDS = {
  'both sides accepted, stock reserved, price as shown': (order, facts) =>
    facts.buyerAccepted === true &&
    facts.cooperativeAccepted === true &&
    facts.reserved === true &&
    facts.agreedMinor === order.priceMinor,
  'the payment is the price, to the minor unit': (order, { receivedMinor }) => receivedMinor === totalOf(order),
  'pay-by has passed': (order, _, at) => order.payBy <= at,
  'carrier and reference given': (_, { carrier = '', carrierReference = '' }) =>
    carrier.trim() !== '' && carrierReference.trim() !== '',
  'goods agreed with the assay or description': (_, { agreed }) => agreed === true,
  'the treasurer confirmed the payout in full, or staff the cost of a bank': (_, { payoutState }) =>
    payoutState === 'confirmed',
  'money that came too late went back in full': (_, { wholeIsGone }) => wholeIsGone === true,
  'a dispute is open, or money went back or is lost and nobody has decided on it': (_, { openMatters = 0 }) =>
    openMatters > 0,
  'no dispute is open, and all that went back or is lost is decided on': (_, { openMatters }) => openMatters === 0,
  'the whole payment is gone, and nothing was sent to the cooperative': (_, { wholeIsGone, paidOut }) =>
    wholeIsGone === true && paidOut === false,
} as const satisfies Record<string, Guard>;
export type OrderGuard = keyof typeof ORDER_GUARDS;
