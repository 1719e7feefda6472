import type { Permission } from '#app/identity/permissions';
import { refuse, ok, type Result } from '#app/platform/result';
import type { EntryKind } from '#app/ledger/entry';
import type { OrderGuard } from './order-guards';

export const ORDER_STATES = [
  'placed',
  'paid',
  'shipped',
  'delivered',
  'settled',
  'expired',
  'cancelled',
  'refunded',
  'lost',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_ACTIONS = [
  'place',
  'pay',
  'cancel',
  'expire',
  'ship',
  'confirm-delivery',
  'settle',
  'refund',
  'freeze',
  'thaw',
  'lose',
] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/**
 * Who takes a step: the order's own buyer or cooperative, or the product itself (a payment, a timer, a
 * confirmed payout).
 */
export const MOVERS = ['buyer', 'cooperative', 'programme', 'system'] as const;
export type Mover = (typeof MOVERS)[number];

export type OrderStep = {
  from: OrderState | null;
  action: OrderAction;
  to: OrderState;
  by: readonly Mover[];
  /** What must hold besides: the mover asks it, under the order's lock. */
  guard: OrderGuard | null;
  /** What the transaction of the step posts for the order, each of them … */
  posts: readonly EntryKind[];
  /** … and what it may post. Any other entry of the order undoes the step. */
  mayPost?: readonly EntryKind[];
  /** Who gets a mail. */
  tells: readonly Exclude<Mover, 'system'>[];
  /** The job that the mover starts with this step, at the order's pay-by. */
  timer: 'expire-order' | null;
  /** The order's column that keeps the step's time. Null where the step leaves the order in its state. */
  stamp: 'placedAt' | 'paidAt' | 'shippedAt' | 'deliveredAt' | 'settledAt' | 'closedAt' | null;
  /** Also while the order is frozen, because its money is disputed or went back. */
  whileFrozen?: true;
};

/** Stock is kept for a buyer who pays by card for this long … */
export const PAY_WITHIN_MINUTES = 30;
/** … and for one whose bank transfer is under way for this long. */
export const TRANSFER_WITHIN_DAYS = 5;

/** The states in which goods or money are under way for a payment that is there. */
export const FREEZABLE = ['paid', 'shipped', 'delivered'] as const satisfies readonly OrderState[];

/**
 * What may be booked of money that leaves a payment again, or comes back: which of it depends on what was known
 * before, since webhooks come in any order.
 */
const RETURNS: readonly EntryKind[] = [
  'dispute-withdrawn',
  'dispute-returned',
  'dispute-ended',
  'refund-outside',
  'refund-failed',
  'refund-ended',
  'money-exchanged',
];

/** The whole life of an order. What is not in this table is refused. */
export const ORDER_STEPS: readonly OrderStep[] = [
  {
    from: null,
    action: 'place',
    to: 'placed',
    by: ['buyer'],
    guard: 'both sides accepted, stock reserved, price as shown',
    posts: ['order-placed'],
    tells: ['buyer', 'cooperative'],
    timer: 'expire-order',
    stamp: 'placedAt',
  },
  {
    from: 'placed',
    action: 'pay',
    to: 'paid',
    by: ['system'],
    guard: 'the payment is the price, to the minor unit',
    posts: ['payment-received'],
    mayPost: ['money-exchanged'],
    tells: ['buyer', 'cooperative'],
    timer: null,
    stamp: 'paidAt',
  },
  {
    from: 'placed',
    action: 'cancel',
    to: 'cancelled',
    by: ['buyer', 'cooperative'],
    guard: null,
    posts: ['reversal'],
    tells: ['buyer', 'cooperative'],
    timer: null,
    stamp: 'closedAt',
  },
  {
    from: 'placed',
    action: 'expire',
    to: 'expired',
    by: ['system'],
    guard: 'pay-by has passed',
    posts: ['reversal'],
    tells: ['buyer', 'cooperative'],
    timer: null,
    stamp: 'closedAt',
  },
  {
    from: 'paid',
    action: 'ship',
    to: 'shipped',
    by: ['cooperative'],
    guard: 'carrier and reference given',
    posts: [],
    tells: ['buyer'],
    timer: null,
    stamp: 'shippedAt',
  },
  {
    from: 'shipped',
    action: 'confirm-delivery',
    to: 'delivered',
    by: ['buyer'],
    guard: 'goods agreed with the assay or description',
    posts: ['delivery-settled'],
    tells: ['cooperative', 'programme'],
    timer: null,
    stamp: 'deliveredAt',
  },
  {
    from: 'delivered',
    action: 'settle',
    to: 'settled',
    by: ['system'],
    guard: 'the treasurer confirmed the payout in full, or staff the cost of a bank',
    posts: ['payout-confirmed', 'proceeds-received'],
    mayPost: ['payout-bank-cost'],
    tells: ['cooperative'],
    timer: null,
    stamp: 'settledAt',
  },
  ...(['expired', 'cancelled'] as const).map((from): OrderStep => ({
    from,
    action: 'refund',
    to: 'refunded',
    by: ['system'],
    guard: 'money that came too late went back in full',
    posts: [],
    mayPost: ['payment-refunded', ...RETURNS],
    tells: ['buyer'],
    timer: null,
    stamp: 'closedAt',
  })),
  // A freeze stands beside the state: what was under way comes back to where it was.
  ...FREEZABLE.flatMap((from): OrderStep[] => [
    {
      from,
      action: 'freeze',
      to: from,
      by: ['system'],
      guard: 'a dispute is open, or money went back or is lost and nobody has decided on it',
      posts: [],
      mayPost: RETURNS,
      tells: ['cooperative', 'programme'],
      timer: null,
      stamp: null,
    },
    {
      from,
      action: 'thaw',
      to: from,
      by: ['system'],
      guard: 'no dispute is open, and all that went back or is lost is decided on',
      posts: [],
      mayPost: RETURNS,
      tells: ['buyer', 'cooperative', 'programme'],
      timer: null,
      stamp: null,
      whileFrozen: true,
    },
    {
      from,
      action: 'lose',
      to: 'lost',
      by: ['system'],
      guard: 'the whole payment is gone, and nothing was sent to the cooperative',
      posts: [],
      mayPost: from === 'delivered' ? [...RETURNS, 'reversal'] : RETURNS,
      tells: ['buyer', 'cooperative', 'programme'],
      timer: null,
      stamp: 'closedAt',
      whileFrozen: true,
    },
    {
      from,
      action: 'refund',
      to: 'refunded',
      by: ['system'],
      guard: 'the whole payment is gone, and nothing was sent to the cooperative',
      posts: [],
      mayPost: from === 'delivered' ? [...RETURNS, 'reversal'] : RETURNS,
      tells: ['buyer', 'cooperative', 'programme'],
      timer: null,
      stamp: 'closedAt',
      whileFrozen: true,
    },
  ]),
];

/** Which role a step needs that a person takes by hand: it is offered to those who have it. */
export const STEP_PERMISSION: Partial<Record<OrderAction, Permission>> = {
  cancel: 'order:cancel',
  ship: 'order:ship',
  'confirm-delivery': 'order:confirm-delivery',
};

export type StepRefusal = 'order-state' | 'order-mover' | 'order-frozen';

/**
 * The step that `by` may take from `from`, or why not: nobody may in this state, someone else must, or the
 * order stands still.
 */
export function findStep(
  from: OrderState | null,
  action: OrderAction,
  by: Mover,
  frozen = false,
): Result<OrderStep, StepRefusal> {
  const step = ORDER_STEPS.find((candidate) => candidate.from === from && candidate.action === action);
  if (!step) return refuse('order-state', 'trading:refusal.state');
  if (!step.by.includes(by)) return refuse('order-mover', 'trading:refusal.mover');
  if (frozen && !step.whileFrozen) return refuse('order-frozen', 'trading:refusal.frozen');
  return ok(step);
}

/** What `by` can do with an order in this state, for the buttons of a page. */
export function openActions(from: OrderState, by: Mover, frozen = false): OrderAction[] {
  return ORDER_STEPS.filter(
    (step) => step.from === from && step.by.includes(by) && (!frozen || step.whileFrozen === true),
  ).map(({ action }) => action);
}

/** States in which an order is over: those that a closing step leads to. */
export const CLOSED_STATES = ORDER_STATES.filter((state) =>
  ORDER_STEPS.some(({ to, stamp }) => to === state && (stamp === 'settledAt' || stamp === 'closedAt')),
);

/** States in which goods or money are still to come. */
export const OPEN_STATES = ORDER_STATES.filter((state) => !CLOSED_STATES.includes(state));

/** States in which the order is over without a sale. */
export function isGone(state: OrderState): boolean {
  return state !== 'settled' && CLOSED_STATES.includes(state);
}
