import type { Payout } from '#app/platform/db/generated/client';

type Guard = (payout: Payout) => boolean;

/**
 * What must hold for a step besides state and mover, asked of the payout as the step leaves it. The use case refuses in
 * words before, and compares persons; this is what no other way leads past.
 */
export const PAYOUT_GUARDS = {
  'another than prepared it approves, with reference and proof': (payout) =>
    payout.approvedById !== null &&
    payout.approvedById !== payout.preparedById &&
    payout.reference !== null &&
    payout.proofDocumentId !== null,
  'the sum that was sent arrived': (payout) =>
    payout.confirmedById !== null && payout.receivedMinor === payout.amountMinor,
  'another sum than was sent arrived': (payout) =>
    payout.confirmedById !== null && payout.receivedMinor !== null && payout.receivedMinor !== payout.amountMinor,
  'nothing is counted yet': (payout) => payout.receivedMinor === null && payout.costPayee === null,
  'a part is missing, and who kept it is named with a paper': (payout) =>
    isPart(payout) && payout.costPayee !== null && payout.costDocumentId !== null && payout.costProposedById !== null,
  'another than proposed the cost accepts it': (payout) =>
    payout.costApprovedById !== null && payout.costApprovedById !== payout.costProposedById,
  'a part arrived': (payout) => isPart(payout),
  'what had arrived came back, with a paper': ({ receivedMinor, backDocumentId }) =>
    (receivedMinor ?? 0n) <= 0n || backDocumentId !== null,
} as const satisfies Record<string, Guard>;
export type PayoutGuard = keyof typeof PAYOUT_GUARDS;

function isPart({ receivedMinor, amountMinor }: Payout): boolean {
  return receivedMinor !== null && receivedMinor > 0n && receivedMinor < amountMinor;
}
