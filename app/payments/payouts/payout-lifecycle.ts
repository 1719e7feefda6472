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
export type PayoutAction =
  'approve' | 'confirm' | 'report' | 'recheck' | 'cancel' | 'propose-cost' | 'accept-cost' | 'send-rest';

export type PayoutStep = { from: PayoutState; action: PayoutAction; to: PayoutState; by: 'programme' | 'cooperative' };

/**
 * Prepared by one of the staff, approved (sent) by another, confirmed by the cooperative's treasurer.
 * `report`: another sum than sent arrived. Staff have it counted again (`recheck`), take the payout back and
 * make a new one (`cancel`), let a second person accept the difference as a named cost of a bank
 * (`propose-cost`, `accept-cost`), or send the rest in a payout of its own (`send-rest`).
 */
export const PAYOUT_STEPS: readonly PayoutStep[] = [
  { from: 'prepared', action: 'approve', to: 'approved', by: 'programme' },
  { from: 'prepared', action: 'cancel', to: 'cancelled', by: 'programme' },
  { from: 'approved', action: 'confirm', to: 'confirmed', by: 'cooperative' },
  { from: 'approved', action: 'report', to: 'mismatch', by: 'cooperative' },
  { from: 'mismatch', action: 'recheck', to: 'approved', by: 'programme' },
  { from: 'mismatch', action: 'propose-cost', to: 'accepting', by: 'programme' },
  { from: 'accepting', action: 'accept-cost', to: 'confirmed', by: 'programme' },
  { from: 'accepting', action: 'recheck', to: 'approved', by: 'programme' },
  { from: 'mismatch', action: 'send-rest', to: 'partial', by: 'programme' },
  { from: 'mismatch', action: 'cancel', to: 'cancelled', by: 'programme' },
];

/** The state the action leads to, or null where it may not be taken. */
export function nextPayoutState(from: PayoutState, action: PayoutAction, by: PayoutStep['by']): PayoutState | null {
  return PAYOUT_STEPS.find((step) => step.from === from && step.action === action && step.by === by)?.to ?? null;
}
