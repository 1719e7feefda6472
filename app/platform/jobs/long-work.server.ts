import type { Tx } from '../db/connect.server';
import type { Deps } from '../deps';

/** Kinds of work that take long enough to be watched. */
export const LONG_WORK_KINDS = ['price-import', 'recompute-bands'] as const;
export type LongWorkKind = (typeof LONG_WORK_KINDS)[number];

export const LONG_WORK_STATES = ['waiting', 'running', 'done', 'failed'] as const;

export type LongWork = {
  id: string;
  kind: string;
  subjectId: string | null;
  state: (typeof LONG_WORK_STATES)[number];
  /** Steps done of `total`; 0 of 0 until the work knows how much there is. */
  done: number;
  total: number;
  /** Key of the message that says what went wrong. */
  failure: string | null;
  requestedAt: Date;
  endedAt: Date | null;
};

/** `requestedBy`: null where the clock or a new price asks. */
type Request = { kind: LongWorkKind; subjectId?: string | null; requestedBy: string | null };

/** Writes down that a piece of work waits; in the transaction that enqueues its job. Answers its id, which the job carries. */
export async function requestWork(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock'>,
  { kind, subjectId = null, requestedBy }: Request,
): Promise<string> {
  const id = deps.newId();
  const requestedAt = deps.clock.now();
  await tx.longWork.create({ data: { id, kind, subjectId, requestedBy, requestedAt, state: 'waiting' } });
  return id;
}

/** Says how far the work is. Outside the transaction of the work itself, so that others see it while that is still open. */
export async function reportWork(
  deps: Pick<Deps, 'db' | 'clock'>,
  id: string,
  { done, total }: { done: number; total: number },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.$executeRaw`
    UPDATE "LongWork" SET state = 'running', done = ${done}, total = ${total}, "startedAt" = coalesce("startedAt", ${now})
    WHERE id = ${id}::uuid AND "endedAt" IS NULL`;
}

/** The work is over; with a message key where it failed. In a transaction of its own or in the work's. */
export async function endWork(
  tx: Pick<Tx, '$executeRaw'>,
  deps: Pick<Deps, 'clock'>,
  id: string,
  failure: string | null = null,
): Promise<void> {
  const state = failure === null ? 'done' : 'failed';
  await tx.$executeRaw`
    UPDATE "LongWork" SET state = ${state}, failure = ${failure}, "endedAt" = ${deps.clock.now()},
      done = CASE WHEN ${failure}::text IS NULL THEN total ELSE done END
    WHERE id = ${id}::uuid`;
}

/** A piece of work by its id, or the last one on a subject; null when there is none. */
export async function findWork(
  deps: Pick<Deps, 'db'>,
  by: { id: string } | { subjectId: string } | { kind: LongWorkKind },
): Promise<LongWork | null> {
  const row = await deps.db.longWork.findFirst({ where: by, orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }] });
  return row && { ...row, state: row.state as LongWork['state'] };
}
