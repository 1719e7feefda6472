import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { computeBand, writeLotBand, type ComputedBand } from './lots/lot-band.server';
import { lotFacts } from './lots/lot-facts';

/** Values a lot again, as after an import of prices, and keeps the old band in its history. */
export async function recomputeLotBand(deps: Deps, { lotId }: { lotId: string }): Promise<ComputedBand> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId } });
  if (!lot) throw new NotFound();
  const computed = await computeBand(deps, { facts: lotFacts(lot), askMinor: lot.askMinor });
  await inTransaction(deps.db, (tx) => writeLotBand(tx, deps, lotId, computed));
  return computed;
}
