import { statesOf } from '../vocabulary/lot-lifecycle';
import type { Tx } from '#app/platform/db/connect.server';

/**
 * Takes a quantity off a listed lot in one conditional UPDATE: of any number of buyers at once only those
 * whose quantity is still there get it, and the row lock of the first makes the others read what is left. A
 * lot that is sold whole only goes whole. At zero the lot is sold. False where it cannot be had (any more).
 */
export async function reserveStock(tx: Tx, { lotId, quantity }: { lotId: string; quantity: string }): Promise<boolean> {
  const { from, to } = statesOf('sell-out');
  const rows = await tx.$executeRaw`
    UPDATE "Lot"
       SET "availableQuantity" = "availableQuantity" - ${quantity}::text::numeric,
           state = CASE WHEN "availableQuantity" = ${quantity}::text::numeric THEN ${to}::"LotState" ELSE state END
     WHERE id = ${lotId}::uuid
       AND state::text = ANY(${from})
       AND ${quantity}::text::numeric > 0
       AND "availableQuantity" >= ${quantity}::text::numeric
       AND (divisible OR ${quantity}::text::numeric = quantity)`;
  return rows === 1;
}
