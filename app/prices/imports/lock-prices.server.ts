import type { Tx } from '#app/platform/db/connect.server';

/**
 * One change of what is in force at a time, until the transaction ends: the second must see what the first has done. Taken before any row of a price is locked,
 * so that two of them never wait for each other.
 */
export async function lockPrices(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('price-import'))`;
}
