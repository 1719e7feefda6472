import type { Actor } from '#app/identity/actor';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { type LotState, lotMove } from '../vocabulary/lot-lifecycle';
import { wrongState } from '../vocabulary/lot-refusal';

/**
 * Takes a lot off the market, or gives up one that was never there. `from` is where it stood. Orders that
 * have a part of it go on. What they give back is not for sale again.
 */
export async function withdrawLot(
  deps: Deps,
  { actor, lotId, requestId = deps.newId() }: { actor: Actor; lotId: string; requestId?: string },
): Promise<Result<{ from: LotState }, 'lot-state' | 'key-reused'>> {
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'withdraw-lot',
    input: { lotId },
    now: deps.clock.now(),
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<{ from: LotState }, 'lot-state'>> => {
      const lot = await tx.lot.findUnique({
        where: { id: lotId, cooperativeId: actor.organisationId },
        select: { state: true },
      });
      if (!lot) throw new NotFound();
      const { from, data } = lotMove('withdraw', deps.clock.now());
      if (lot.state === data.state) return ok({ from: lot.state });
      const moved = await tx.lot.updateMany({ where: { id: lotId, state: { in: from } }, data });
      if (moved.count === 0) return wrongState();
      await recordAudit(tx, deps, {
        actor,
        action: 'lot:withdraw',
        subjectKind: 'lot',
        subjectId: lotId,
        detail: { from: lot.state },
      });
      return ok({ from: lot.state });
    }),
  );
}
