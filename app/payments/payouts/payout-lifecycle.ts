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
export type PayoutAction = 'approve' | 'confirm' | 'report' | 'recheck' | 'cancel';

export type PayoutStep = { from: PayoutState; action: PayoutAction; to: PayoutState; by: 'programme' | 'cooperative' };

/**
 * Prepared by one of the staff, approved (sent) by another, confirmed by the cooperative's treasurer. `report`: another sum than sent
 * arrived; staff either have it counted again (`recheck`) or take the payout back (`cancel`).
 */
export const PAYOUT_STEPS: readonly PayoutStep[] = [
  { from: 'prepared', action: 'approve', to: 'approved', by: 'programme' },
  { from: 'prepared', action: 'cancel', to: 'cancelled', by: 'programme' },
  { from: 'approved', action: 'confirm', to: 'confirmed', by: 'cooperative' },
  { from: 'approved', action: 'report', to: 'mismatch', by: 'cooperative' },
  { from: 'mismatch', action: 'recheck', to: 'approved', by: 'programme' },
  { from: 'mismatch', action: 'cancel', to: 'cancelled', by: 'programme' },
];

/** The state the action leads to, or null where it may not be taken. */
export function nextPayoutState(from: PayoutState, action: PayoutAction, by: PayoutStep['by']): PayoutState | null {
  return PAYOUT_STEPS.find((step) => step.from === from && step.action === action && step.by === by)?.to ?? null;
}
