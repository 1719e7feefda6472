import type { Tx } from '#app/platform/db/connect.server';

/** A draft whose state nobody else changes until the transaction ends; null when there is none. */
export async function lockDraft(tx: Tx, draftId: string) {
  await tx.$queryRaw`SELECT 1 FROM "PriceImportDraft" WHERE id = ${draftId}::uuid FOR NO KEY UPDATE`;
  return tx.priceImportDraft.findUnique({ where: { id: draftId } });
}
