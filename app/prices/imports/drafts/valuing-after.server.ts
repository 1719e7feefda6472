import type { Deps } from '#app/platform/deps';
import { findWork, type LongWork } from '#app/platform/jobs/long-work.server';
import type { DraftPage } from './get-draft.server';

type Draft = Pick<DraftPage, 'id' | 'state' | 'counts' | 'decidedAt'>;

/** How far all open lots are valued anew after a file was accepted; null where it brought nothing that counts. */
export async function valuingAfter(deps: Deps, { id, state, counts, decidedAt }: Draft): Promise<LongWork | null> {
  if (state !== 'accepted' || !counts || !decidedAt || counts.new + counts.revised + counts.rounding === 0) return null;
  const requestedAt = new Date(decidedAt);
  const work = await findWork(deps, { kind: 'recompute-bands' });
  if (work && (work.endedAt === null || work.endedAt >= requestedAt)) return work;
  // Its job is asked for and has not begun.
  const waiting = { state: 'waiting', done: 0, total: 0, failure: null, requestedAt, endedAt: null } as const;
  return { id, kind: 'recompute-bands', subjectId: id, ...waiting };
}
