import { lotMove, statesOf } from '../vocabulary/lot-lifecycle';
import type { Tx } from '#app/platform/db/connect.server';

/**
 * Gives back what an order had reserved. A sold lot is for sale again. One that was withdrawn meanwhile stays
 * withdrawn. The database refuses more than the lot ever held, so that giving back twice is an error and not
 * new stock.
 */
export async function releaseStock(tx: Tx, { lotId, quantity }: { lotId: string; quantity: string }): Promise<void> {
  const { from, to } = statesOf('restock');
  await tx.$executeRaw`
    UPDATE "Lot"
       SET "availableQuantity" = "availableQuantity" + ${quantity}::text::numeric,
           state = CASE WHEN state::text = ANY(${from}) THEN ${to}::"LotState" ELSE state END
     WHERE id = ${lotId}::uuid`;
}

/**
 * A sold lot whose last order is settled is closed: its stock never comes back. No effect on a lot in another
 * state.
 */
export async function closeLot(tx: Tx, { lotId, at }: { lotId: string; at: Date }): Promise<void> {
  const { from, data } = lotMove('close', at);
  await tx.lot.updateMany({ where: { id: lotId, state: { in: from } }, data });
}
