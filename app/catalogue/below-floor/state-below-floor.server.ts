import type { Actor } from '#app/identity/actor';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { BelowFloor } from './below-floor';

type Statement = { actor: Actor; lotId: string; currency: string; belowFloor: BelowFloor; reason: string };

/**
 * Keeps why a cooperative asks less than the floor, and what it confirmed to have left in hand. Part of the
 * caller's transaction.
 */
export async function stateBelowFloor(tx: Tx, deps: Deps, statement: Statement): Promise<void> {
  const { actor, lotId, currency, reason } = statement;
  const { askMinor, floorMinor, inHand } = statement.belowFloor;
  const amounts = { askMinor, floorMinor, netMinor: inHand?.minor ?? null };
  await tx.belowFloorAsk.create({
    data: {
      id: deps.newId(),
      lotId,
      ...amounts,
      currency,
      reason,
      statedById: actor.userId,
      statedAt: deps.clock.now(),
    },
  });
  await recordAudit(tx, deps, {
    actor,
    action: 'lot:below-floor',
    subjectKind: 'lot',
    subjectId: lotId,
    detail: { ask: askMinor.toString(), floor: floorMinor.toString(), currency },
  });
}
