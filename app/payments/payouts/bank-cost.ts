import type { PayoutState } from './payout-lifecycle';

/**
 * Of every hundred that were sent, at most so many may be accepted as the cost of a bank. More is no cost but
 * missing money.
 */
const MAX_BANK_COST_PERCENT = 3n;

export function maxBankCost(amountMinor: bigint): bigint {
  return (amountMinor * MAX_BANK_COST_PERCENT) / 100n;
}

/**
 * What is missing of a payout of which a part arrived. Null where nothing of it did, or not less than was
 * sent.
 */
export function missingPart({
  amountMinor,
  receivedMinor,
}: {
  amountMinor: bigint;
  receivedMinor: bigint | null;
}): bigint | null {
  if (receivedMinor === null || receivedMinor <= 0n || receivedMinor >= amountMinor) return null;
  return amountMinor - receivedMinor;
}

/** The sum that a payout is called by: what arrived, once that is the end of it. Until then what was sent. */
export function sumOfPayout({
  state,
  amountMinor,
  receivedMinor,
}: {
  state: PayoutState;
  amountMinor: bigint;
  receivedMinor: bigint | null;
}): bigint {
  const counted = state === 'confirmed' || state === 'partial';
  return (counted ? receivedMinor : null) ?? amountMinor;
}
