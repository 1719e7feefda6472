import { describe, expect, it } from 'vitest';
import { maxBankCost, missingPart, sumOfPayout } from './bank-cost';

describe('what a bank kept of a payout', () => {
  it('is what is missing where a part arrived, and nothing where none or more did', () => {
    expect(missingPart({ amountMinor: 346_619n, receivedMinor: 340_000n })).toBe(6_619n);
    for (const receivedMinor of [null, 0n, 346_619n, 346_620n])
      expect(missingPart({ amountMinor: 346_619n, receivedMinor })).toBeNull();
    expect(maxBankCost(346_619n)).toBe(10_398n);
  });

  it('is not in the sum that the payout is called by, once that is the end of it', () => {
    const counted = { amountMinor: 346_619n, receivedMinor: 340_000n };
    for (const state of ['confirmed', 'partial'] as const) expect(sumOfPayout({ ...counted, state })).toBe(340_000n);
    // A count that may be made again names nothing yet.
    for (const state of ['mismatch', 'accepting', 'cancelled'] as const)
      expect(sumOfPayout({ ...counted, state })).toBe(346_619n);
    expect(sumOfPayout({ ...counted, receivedMinor: null, state: 'approved' })).toBe(346_619n);
  });
});
