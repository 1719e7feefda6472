const FEE_PER_MILLE = 29n;
const FEE_FIXED_MINOR = 30n;
/** What the sandbox takes when a card payment is disputed. */
export const DISPUTE_FEE_MINOR = 1_500n;

/** The sandbox's own fee, 2.9% (rounded half up) and 30 minor units of the charge's currency; a real account's differs. */
export function sandboxFeeMinor(amountMinor: bigint): bigint {
  return (amountMinor * FEE_PER_MILLE + 500n) / 1_000n + FEE_FIXED_MINOR;
}
