import type { Tx } from '#app/platform/db/connect.server';
import type { LotState } from './lots/lot-lifecycle';

export type LockedLot = {
  state: LotState;
  askMinor: bigint;
  currency: string;
  quantity: string;
  availableQuantity: string;
  listedAt: Date | null;
};

/**
 * Locks a lot for an order until the transaction ends, after the buyer's other placements: what a buyer holds unpaid is counted
 * by one at a time. Null where there is no such lot.
 */
export async function lockLot(
  tx: Tx,
  { lotId, buyerId }: { lotId: string; buyerId: string },
): Promise<LockedLot | null> {
  const [row] = await tx.$queryRaw<LockedLot[]>`
    WITH buyer AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtextextended(${`orders-of:${buyerId}`}, 0)))
    SELECT lot.state::text AS state, lot."askMinor", lot.currency, lot.quantity::text AS quantity,
           lot."availableQuantity"::text AS "availableQuantity", lot."listedAt"
      FROM buyer CROSS JOIN "Lot" lot WHERE lot.id = ${lotId}::uuid FOR UPDATE OF lot`;
  return row ?? null;
}
