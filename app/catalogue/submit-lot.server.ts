import type { Actor } from '#app/identity/actor';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { isAccepted } from '#app/verification/is-accepted.server';
import { wrongState } from './input/lot-refusal';

/**
 * Sends a draft to the programme's staff. Only an accepted cooperative may: otherwise the draft waits and nothing is lost. A second
 * click finds the lot submitted and changes nothing.
 */
export async function submitLot(
  deps: Deps,
  { actor, lotId }: { actor: Actor; lotId: string },
): Promise<Result<{ lotId: string }, 'not-accepted' | 'lot-state'>> {
  return inTransaction(deps.db, async (tx) => {
    const lot = await tx.lot.findUnique({
      where: { id: lotId, cooperativeId: actor.organisationId },
      select: { state: true },
    });
    if (!lot) throw new NotFound();
    if (lot.state === 'submitted') return ok({ lotId });
    if (!(await isAccepted(tx, actor.organisationId))) return refuse('not-accepted', 'catalogue:refusal.notAccepted');
    const moved = await tx.lot.updateMany({
      where: { id: lotId, state: 'draft' },
      data: { state: 'submitted', submittedAt: deps.clock.now() },
    });
    return moved.count === 1 ? ok({ lotId }) : wrongState();
  });
}
