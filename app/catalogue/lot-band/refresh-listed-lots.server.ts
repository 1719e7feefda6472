import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { endWork, reportWork, requestWork } from '#app/platform/jobs/long-work.server';
import { openBandSources, type BandSources } from '#app/valuation/bands/band-sources.server';
import { releaseCells } from '#app/valuation/comparables/release-cells.server';
import { computeBandFrom } from './lot-band.server';
import { lotFacts } from '../vocabulary/lot-facts';
import { LISTING_DAYS, lotMove } from '../vocabulary/lot-lifecycle';
import { writeLotBands } from './write-lot-bands.server';

const DAY_MS = 86_400_000;
/** Lots that are locked and written together: few enough that a buyer waits for a moment only. */
const CHUNK = 400;

export type Refreshed = { expired: number; recomputed: number; changed: number };

/**
 * Ends listings that are too old, makes the month's release of comparable sales, and values every open lot
 * anew, while staff watch. Safe to run twice or to be cut off: each chunk of lots stands for itself, and a
 * lot of which nothing has changed gets no new row.
 */
export async function refreshListedLots(deps: Deps): Promise<Refreshed> {
  const workId = await workUnderWay(deps);
  try {
    const expired = await expireListings(deps);
    await releaseCells(deps);
    const done = await recomputeOpenLots(deps, (progress) => reportWork(deps, workId, progress));
    await endAll(deps, null);
    return { expired, ...done };
  } catch (error) {
    await endAll(deps, 'catalogue:recompute.failed');
    throw error;
  }
}

/** What somebody asked for and nothing has ended yet. Else it is begun by the clock or by a new price. */
async function workUnderWay(deps: Deps): Promise<string> {
  const open = await deps.db.longWork.findFirst({
    where: { kind: 'recompute-bands', endedAt: null },
    orderBy: { requestedAt: 'desc' },
    select: { id: true },
  });
  return open?.id ?? requestWork(deps.db, deps, { kind: 'recompute-bands', requestedBy: null });
}

/** One run answers every request that came before its end. */
async function endAll(deps: Deps, failure: string | null): Promise<void> {
  const open = await deps.db.longWork.findMany({
    where: { kind: 'recompute-bands', endedAt: null },
    select: { id: true },
  });
  for (const { id } of open) await endWork(deps.db, deps, id, failure);
}

async function expireListings(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const { from, data } = lotMove('expire', now);
  const { count } = await deps.db.lot.updateMany({
    where: { state: { in: from }, listedAt: { lt: new Date(now.getTime() - LISTING_DAYS * DAY_MS) } },
    data,
  });
  return count;
}

/**
 * Lots for sale and lots that wait for staff: prices, rates, methods and cells are read once for all of them.
 */
async function recomputeOpenLots(
  deps: Deps,
  onProgress: (progress: { done: number; total: number }) => Promise<void>,
): Promise<{ recomputed: number; changed: number }> {
  const asOf = deps.clock.now().toISOString().slice(0, 10);
  const sources = openBandSources(deps, { asOf, knownAt: null });
  const total = await deps.db.lot.count({ where: { state: { in: ['listed', 'submitted'] } } });
  let [recomputed, changed] = [0, 0];
  for (let after: string | null = null, more = true; more;) {
    await onProgress({ done: recomputed, total: Math.max(total, recomputed) });
    const chunk = await recomputeChunk(deps, sources, after);
    recomputed += chunk.lots;
    changed += chunk.changed;
    after = chunk.last;
    more = chunk.lots === CHUNK;
  }
  await onProgress({ done: recomputed, total: recomputed });
  return { recomputed, changed };
}

/**
 * The rows are locked while they are valued, so that a new ask of the same moment is valued before or after,
 * never overwritten.
 */
function recomputeChunk(
  deps: Deps,
  sources: BandSources,
  after: string | null,
): Promise<{ lots: number; changed: number; last: string | null }> {
  return inTransaction(deps.db, async (tx) => {
    const locked = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Lot" WHERE state IN ('listed', 'submitted') AND (${after}::uuid IS NULL OR id > ${after}::uuid)
       ORDER BY id LIMIT ${CHUNK} FOR NO KEY UPDATE`;
    const ids = locked.map(({ id }) => id);
    const lots = await tx.lot.findMany({ where: { id: { in: ids } } });
    const written = [];
    for (const lot of lots) {
      const computed = await computeBandFrom(sources, { facts: lotFacts(lot), askMinor: lot.askMinor });
      written.push({ lotId: lot.id, computed });
    }
    return { lots: ids.length, changed: await writeLotBands(tx, deps, written), last: ids.at(-1) ?? null };
  });
}
