import { describe, expect, it } from 'vitest';
import { nextPayoutState, PAYOUT_ACTIONS, PAYOUT_STATES } from './payout-lifecycle';

const ALLOWED: Record<string, string> = {
  'prepared/approve/programme': 'approved',
  'prepared/cancel/programme': 'cancelled',
  'prepared/call-off/system': 'cancelled',
  'approved/confirm/cooperative': 'confirmed',
  'approved/report/cooperative': 'mismatch',
  'mismatch/recheck/programme': 'approved',
  'mismatch/cancel/programme': 'cancelled',
  'mismatch/propose-cost/programme': 'accepting',
  'mismatch/send-rest/programme': 'partial',
  'accepting/accept-cost/programme': 'confirmed',
  'accepting/recheck/programme': 'approved',
};
const cells = PAYOUT_STATES.flatMap((from) =>
  PAYOUT_ACTIONS.flatMap((action) =>
    (['programme', 'cooperative', 'system'] as const).map((by) => ({
      from,
      action,
      by,
      name: `${from}/${action}/${by}`,
    })),
  ),
);

describe('the life of a payout', () => {
  it.each(cells)('$name', ({ from, action, by, name }) => {
    expect(nextPayoutState(from, action, by)).toBe(ALLOWED[name] ?? null);
  });
});
