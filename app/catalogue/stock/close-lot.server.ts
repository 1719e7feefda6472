import type { Tx } from '#app/platform/db/connect.server';

/** A sold lot whose last order is settled is closed: its stock never comes back. No effect on a lot in another state. */
export async function closeLot(tx: Tx, { lotId, at }: { lotId: string; at: Date }): Promise<void> {
  await tx.lot.updateMany({ where: { id: lotId, state: 'sold' }, data: { state: 'closed', closedAt: at } });
}
