import type { Tx } from '#app/platform/db/connect.server';
import { isAcceptedState } from '#app/verification/application-lifecycle';
import type { LotState } from '../vocabulary/lot-lifecycle';

export type LockedLot = {
  state: LotState;
  askMinor: bigint;
  currency: string;
  quantity: string;
  availableQuantity: string;
  listedAt: Date | null;
  /** Whether the buyer may know what exactly is left. */
  buyerAccepted: boolean;
};

type Row = Omit<LockedLot, 'buyerAccepted'> & { buyerState: Parameters<typeof isAcceptedState>[0] | null };

/**
 * Locks a lot for an order until the transaction ends, after the buyer's other placements: what a buyer holds
 * unpaid is counted by one at a time. Null where there is no such lot.
 */
export async function lockLot(
  tx: Tx,
  { lotId, buyerId }: { lotId: string; buyerId: string },
): Promise<LockedLot | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH buyer AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${`orders-of:${buyerId}`}, 0)))
    SELECT lot.state::text AS state, lot."askMinor", lot.currency, lot.quantity::text AS quantity,
           lot."availableQuantity"::text AS "availableQuantity", lot."listedAt",
           (SELECT state::text FROM "Application" WHERE "organisationId" = ${buyerId}::uuid) AS "buyerState"
      FROM buyer CROSS JOIN "Lot" lot WHERE lot.id = ${lotId}::uuid FOR NO KEY UPDATE OF lot`;
  if (!row) return null;
  const { buyerState, ...lot } = row;
  return { ...lot, buyerAccepted: buyerState !== null && isAcceptedState(buyerState) };
}
