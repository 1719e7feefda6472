import type { Tx } from '#app/platform/db/connect.server';
import type { Payout } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';

/** What a payout rests on that can change between its preparation and its approval. */
export const PAYOUT_CHANGES = ['destination', 'sum', 'frozen'] as const;
export type PayoutChange = (typeof PAYOUT_CHANGES)[number];

type Reader = Pick<Tx, 'order' | 'payoutDestination' | '$queryRaw'> | Deps['db'];

/** The account that staff may send to now: the newest one in force, if it was checked. */
export async function destinationInForce(db: Reader, cooperativeId: string) {
  return db.payoutDestination.findFirst({
    where: { organisationId: cooperativeId, retiredAt: null },
    orderBy: { recordedAt: 'desc' },
  });
}

/** What the ledger owes the cooperative for one order now, after what was sent and what was taken back. */
export async function owedForOrder(db: Reader, orderId: string): Promise<bigint> {
  const [row] = await db.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(-sum(posting."amountMinor"), 0)::bigint AS minor
      FROM "Posting" posting JOIN "LedgerAccount" account ON account.id = posting."accountId"
     WHERE posting."orderId" = ${orderId}::uuid AND account.code = 'payable-to-cooperative'`;
  return row?.minor ?? 0n;
}

/**
 * Whether money may have left before the reader knew what changed: the order was frozen, or another account
 * is in force now and staff had checked the one before. Never where another sum is owed. Said openly, money
 * that left is on the books, and what is decided about the order later starts from there.
 */
export function mayHaveBeenSent(
  changes: readonly PayoutChange[],
  { verifiedAt, preparedAt }: { verifiedAt: Date | null; preparedAt: Date },
): boolean {
  const wasChecked = verifiedAt !== null && verifiedAt <= preparedAt;
  return changes.length > 0 && wasChecked && !changes.includes('sum');
}

/**
 * What changed since a payout was prepared, so that it must not be sent as it is. Asked for the page, and
 * again under the locks of the approval.
 */
export async function changesSincePrepared(
  db: Reader,
  payout: Pick<Payout, 'orderId' | 'cooperativeId' | 'destinationId' | 'amountMinor'>,
): Promise<PayoutChange[]> {
  const order = await db.order.findUnique({ where: { id: payout.orderId }, select: { frozenFor: true } });
  const destination = await destinationInForce(db, payout.cooperativeId);
  const owed = await owedForOrder(db, payout.orderId);
  const same = destination?.id === payout.destinationId && destination.verifiedAt !== null;
  return [
    ...(order?.frozenFor ? (['frozen'] as const) : []),
    ...(same ? [] : (['destination'] as const)),
    ...(owed === payout.amountMinor ? [] : (['sum'] as const)),
  ];
}
