import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { mayOpenPaper } from '#app/verification/documents/paper-access';
import type { PayoutState } from '../payouts/payout-lifecycle';

export type EarlierPayout = {
  id: string;
  number: string;
  state: PayoutState;
  amountMinor: bigint;
  currency: string;
  /** What the treasurer said that arrived. Null where nobody counted. */
  receivedMinor: bigint | null;
  /** What the treasurer wrote, and what staff did. */
  note: string | null;
  staffNote: string | null;
  /** What shows that the money came back. Null where there is none, or the reader opens no papers. */
  backDocumentId: string | null;
};

/**
 * The payouts of an order that its programme made before, oldest first: whoever prepares or approves
 * the next one knows what became of them.
 */
export async function earlierPayouts(
  deps: Pick<Deps, 'db'>,
  { actor, orderId, before }: { actor: Actor; orderId: string; before?: { number: string } },
): Promise<EarlierPayout[]> {
  const rows = await deps.db.payout.findMany({
    where: { orderId, programmeId: actor.organisationId },
    select: {
      ...{ id: true, number: true, state: true, amountMinor: true, currency: true },
      ...{ receivedMinor: true, note: true, staffNote: true, backDocumentId: true },
    },
  });
  const last = before ? countOf(before) : Infinity;
  const opens = mayOpenPaper('payout-proof', actor, 'owner');
  return rows
    .filter((row) => countOf(row) < last)
    .sort((a, b) => countOf(a) - countOf(b))
    .map((row) => ({ ...row, backDocumentId: opens ? row.backDocumentId : null }));
}

/** Numbers are counted up: "P-12". Two payouts may be of one moment. */
function countOf({ number }: { number: string }): number {
  return Number(number.replace(/\D/g, ''));
}
