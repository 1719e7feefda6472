import type { EntryKind } from '#app/ledger/entry';
import type { PayoutGuard } from './payout-guards';

export const PAYOUT_STATES = [
  'prepared',
  'approved',
  'confirmed',
  'mismatch',
  'accepting',
  'partial',
  'cancelled',
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];
export const PAYOUT_ACTIONS = [
  'approve',
  'confirm',
  'report',
  'recheck',
  'cancel',
  'call-off',
  'propose-cost',
  'accept-cost',
  'send-rest',
] as const;
export type PayoutAction = (typeof PAYOUT_ACTIONS)[number];

export type PayoutStep = {
  from: PayoutState;
  action: PayoutAction;
  to: PayoutState;
  by: 'programme' | 'cooperative' | 'system';
  /** What must hold of the payout with what the step writes on it: the mover asks it. */
  guard: PayoutGuard | null;
  /** What the transaction of the step posts for the order. */
  posts: readonly EntryKind[];
  /** The mail that the mover sends: to the cooperative that money is on its way, to staff that another sum arrived. */
  mail: 'sent' | 'mismatch' | null;
};

const ARRIVED = ['payout-confirmed', 'proceeds-received'] as const;
const QUIET = { guard: null, posts: [], mail: null };

/**
 * Prepared by one of the staff, approved (sent) by another, confirmed by the cooperative's treasurer. `report`: another
 * sum than sent arrived. Staff have it counted again (`recheck`), take the payout back and make a new one (`cancel`), let
 * a second person accept the difference as a named cost of a bank (`propose-cost`, `accept-cost`), or send the rest in a
 * payout of its own (`send-rest`). `call-off`: its order ended before anybody sent it.
 */
export const PAYOUT_STEPS: readonly PayoutStep[] = [
  {
    ...{ from: 'prepared', action: 'approve', to: 'approved', by: 'programme' },
    ...{ guard: 'another than prepared it approves, with reference and proof', posts: ['payout-sent'], mail: 'sent' },
  },
  { from: 'prepared', action: 'cancel', to: 'cancelled', by: 'programme', ...QUIET },
  { from: 'prepared', action: 'call-off', to: 'cancelled', by: 'system', ...QUIET },
  {
    ...{ from: 'approved', action: 'confirm', to: 'confirmed', by: 'cooperative' },
    ...{ guard: 'the sum that was sent arrived', posts: ARRIVED, mail: null },
  },
  {
    ...{ from: 'approved', action: 'report', to: 'mismatch', by: 'cooperative' },
    ...{ guard: 'another sum than was sent arrived', posts: [], mail: 'mismatch' },
  },
  ...(['mismatch', 'accepting'] as const).map((from): PayoutStep => ({
    ...{ from, action: 'recheck', to: 'approved', by: 'programme', ...QUIET },
    guard: 'nothing is counted yet',
  })),
  {
    ...{ from: 'mismatch', action: 'propose-cost', to: 'accepting', by: 'programme' },
    ...{ guard: 'a part is missing, and who kept it is named with a paper', posts: [], mail: null },
  },
  {
    ...{ from: 'accepting', action: 'accept-cost', to: 'confirmed', by: 'programme', mail: null },
    ...{ guard: 'another than proposed the cost accepts it', posts: [...ARRIVED, 'payout-bank-cost'] },
  },
  {
    ...{ from: 'mismatch', action: 'send-rest', to: 'partial', by: 'programme', guard: 'a part arrived', mail: null },
    posts: ['payout-part-arrived', 'payout-rest-owed', 'proceeds-part-received'],
  },
  {
    ...{ from: 'mismatch', action: 'cancel', to: 'cancelled', by: 'programme', posts: ['reversal'], mail: null },
    guard: 'what had arrived came back, with a paper',
  },
];

/** The step that `by` may take, or null. */
export function payoutStep(from: PayoutState, action: PayoutAction, by: PayoutStep['by']): PayoutStep | null {
  return PAYOUT_STEPS.find((step) => step.from === from && step.action === action && step.by === by) ?? null;
}

/** The state the action leads to, or null where it may not be taken. */
export function nextPayoutState(from: PayoutState, action: PayoutAction, by: PayoutStep['by']): PayoutState | null {
  return payoutStep(from, action, by)?.to ?? null;
}

/** Where an action may begin. */
export function payoutStatesBefore(action: PayoutAction): PayoutState[] {
  return PAYOUT_STEPS.filter((step) => step.action === action).map(({ from }) => from);
}
