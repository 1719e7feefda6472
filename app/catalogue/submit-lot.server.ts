import type { Actor } from '#app/identity/actor';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { isAccepted } from '#app/verification/is-accepted.server';
import { wrongState } from './input/lot-refusal';
import { computeBand } from './lots/band/lot-band.server';
import { listingDoubts, type ListingDoubts } from './lots/listing-doubts';
import { lotFacts } from './lots/lot-facts';

export type DoubtedLot = Refusal<'unlikely-lot'> & { readonly doubts: ListingDoubts };

export function doubtedLot(doubts: ListingDoubts): DoubtedLot {
  const [path, messageKey] = doubts.ask ? ['ask', 'catalogue:own.unlikely'] : ['grade', 'catalogue:own.unlikelyPurity'];
  return { ...refuse('unlikely-lot', messageKey, { path }), doubts };
}

/**
 * Sends a draft to the programme's staff. Only an accepted cooperative may: otherwise the draft waits and nothing is lost. A second
 * click finds the lot submitted and changes nothing. What is far from the band, or hardly ever so pure, is sent once somebody has said that
 * these very figures are meant.
 */
export async function submitLot(
  deps: Deps,
  { actor, lotId, meant }: { actor: Actor; lotId: string; meant?: string },
): Promise<Result<{ lotId: string }, 'not-accepted' | 'lot-state'> | DoubtedLot> {
  const doubts = await doubtsOf(deps, { actor, lotId });
  return inTransaction(deps.db, async (tx) => {
    const lot = await tx.lot.findUnique({
      where: { id: lotId, cooperativeId: actor.organisationId },
      select: { state: true },
    });
    if (!lot) throw new NotFound();
    if (lot.state === 'submitted') return ok({ lotId });
    if (!(await isAccepted(tx, actor.organisationId))) return refuse('not-accepted', 'catalogue:refusal.notAccepted');
    if (doubts && meant !== doubts.token) return doubtedLot(doubts);
    const moved = await tx.lot.updateMany({
      where: { id: lotId, state: 'draft' },
      data: { state: 'submitted', submittedAt: deps.clock.now() },
    });
    return moved.count === 1 ? ok({ lotId }) : wrongState();
  });
}

async function doubtsOf(deps: Deps, { actor, lotId }: { actor: Actor; lotId: string }): Promise<ListingDoubts | null> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (lot?.state !== 'draft') return null;
  const facts = lotFacts(lot);
  const { band } = await computeBand(deps, { facts, askMinor: lot.askMinor });
  return listingDoubts({ facts, askMinor: lot.askMinor, band });
}
