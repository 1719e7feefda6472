import type { Tx } from '#app/platform/db/connect.server';

/** One word at a time: whoever comes second sees what the first has done. */
export async function lockProposal(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "PriceProposal" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.priceProposal.findUnique({ where: { id } });
}
