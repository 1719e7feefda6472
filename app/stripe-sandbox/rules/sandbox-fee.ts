const CARD_PER_MILLE = 29n;
const CARD_FIXED_MINOR = 30n;
const TRANSFER_PER_MILLE = 5n;
/** What the sandbox takes when a card payment is disputed. */
export const DISPUTE_FEE_MINOR = 1_500n;

/**
 * The sandbox's own fee. A real account's differs. A card: 2.9% (rounded half up) and 30 minor units of the
 * charge's currency. Money that is sent from a bank: 0.5%.
 */
export function sandboxFeeMinor(amountMinor: bigint, method: 'card' | 'bank'): bigint {
  return method === 'card'
    ? (amountMinor * CARD_PER_MILLE + 500n) / 1_000n + CARD_FIXED_MINOR
    : (amountMinor * TRANSFER_PER_MILLE + 500n) / 1_000n;
}
