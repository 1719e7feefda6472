import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { lockPrices } from './lock-prices.server';

export type QuarantineState = 'waiting' | 'accepted' | 'rejected';

export const ACCEPTORS_NEEDED = 2;

type Decision = { observationId: string; staffId: string; accepted: boolean; reason: string };
export type DecisionRefusal = 'not-waiting' | 'already-decided';

/**
 * One staff member's word on a value that moved too far. The second different "accept" puts it in force, unless a newer vintage has
 * brought the month in the meantime; the first "reject" ends it. Answers where it stands then.
 */
export function decideQuarantine(deps: Deps, decision: Decision): Promise<Result<QuarantineState, DecisionRefusal>> {
  return inTransaction(deps.db, (tx) => decideQuarantineIn(tx, deps, decision));
}

/** The same in the caller's transaction. */
export async function decideQuarantineIn(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId' | 'jobs'>,
  decision: Decision,
): Promise<Result<QuarantineState, DecisionRefusal>> {
  // A newer file that is being taken in may bring this very month.
  await lockPrices(tx);
  await tx.$queryRaw`SELECT 1 FROM "Observation" WHERE id = ${decision.observationId}::uuid FOR NO KEY UPDATE`;
  const observation = await tx.observation.findUnique({
    where: { id: decision.observationId },
    include: { decisions: true, inForce: { select: { position: true } } },
  });
  const settled = observation?.inForce.length || observation?.decisions.some((earlier) => !earlier.accepted);
  if (observation?.kind !== 'quarantined' || settled) return refuse('not-waiting', 'pricing:refusal.notWaiting');
  if (observation.decisions.some((earlier) => earlier.staffId === decision.staffId)) {
    return refuse('already-decided', 'pricing:refusal.alreadyDecided');
  }
  const { seriesKey, period, value, vintageOn, id: observationId } = observation;
  if (await hasNewer(tx, { seriesKey, period, vintageOn })) return refuse('not-waiting', 'pricing:refusal.notWaiting');
  const now = deps.clock.now();
  await tx.quarantineDecision.create({ data: { id: deps.newId(), ...decision, decidedAt: now } });
  if (!decision.accepted) return ok('rejected');
  if (observation.decisions.length + 1 < ACCEPTORS_NEEDED) return ok('waiting');

  await tx.observationInForce.create({
    data: { seriesKey, period, value, vintageOn, observationId, recordedAt: now },
  });
  await deps.jobs.enqueue(tx, 'recompute-bands', { reason: `quarantine ${observationId}` }, { key: 'recompute-bands' });
  return ok('accepted');
}

async function hasNewer(
  tx: Tx,
  { seriesKey, period, vintageOn }: { seriesKey: string; period: Date; vintageOn: Date },
): Promise<boolean> {
  const found = await tx.observationInForce.findFirst({ where: { seriesKey, period, vintageOn: { gte: vintageOn } } });
  return found !== null;
}
