import type { Deps } from '#app/platform/deps';
import { LISTING_DAYS } from './lots/lot-lifecycle';
import { recomputeLotBand } from './recompute-lot-band.server';

const DAY_MS = 86_400_000;

/** Ends listings that are too old and values the others again. Safe to run twice or to be cut off: each lot stands for itself. */
export async function refreshListedLots(deps: Deps): Promise<{ expired: number; recomputed: number }> {
  const now = deps.clock.now();
  const oldest = new Date(now.getTime() - LISTING_DAYS * DAY_MS);
  const expired = await deps.db.lot.updateMany({
    where: { state: 'listed', listedAt: { lt: oldest } },
    data: { state: 'expired', closedAt: now },
  });
  const lots = await deps.db.lot.findMany({ where: { state: 'listed' }, select: { id: true }, orderBy: { id: 'asc' } });
  for (const { id } of lots) await recomputeLotBand(deps, { lotId: id });
  return { expired: expired.count, recomputed: lots.length };
}
