import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../log';

/** An address that takes a connection and never answers must not hold the roll up for good. */
const CONNECT_MS = 10_000;
const QUERY_MS = 30_000;

export type WorkerRoll = {
  /** Says that a worker of this process lives; it counts as dead when the process is. */
  announce(workerId: string): void;
  /** Takes every name off the roll: the workers of this process are about to be replaced. */
  clear(): void;
  /** Frees the jobs of this process's own workers, which is about to end. Answers how many were in hand. */
  giveBack(): Promise<number>;
  stop(): Promise<void>;
};

const SWEEP_MS = 2000;
/** A worker takes its first job in the moment it is made: a lock younger than this may belong to one that is just announcing itself. */
const GRACE_SECONDS = 3;

/**
 * Frees the jobs of workers whose process was killed; the job runner itself would wait four hours. Each worker holds a lock of PostgreSQL that ends with
 * its process's connection: who can take the lock of a job's worker knows that the worker is gone. Several processes may do so at once.
 */
export function openWorkerRoll({ url, log }: { url: string; log: Log }): WorkerRoll {
  const workerIds = new Set<string>();
  const stopping = new AbortController();
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await watchOnce({ url, workerIds, signal: stopping.signal, log }).catch((error: unknown) => {
        if (!stopping.signal.aborted) log.warn({ err: error }, 'the roll of workers is read again in a moment');
      });
      await pause(stopping.signal);
    }
  };
  const ended = watch();
  return {
    announce: (workerId) => void workerIds.add(workerId),
    clear: () => workerIds.clear(),
    giveBack: () => giveBack({ url, workerIds }),
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

function connectionOf(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: 'fairlode-workers',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
  });
}

async function giveBack({ url, workerIds }: Pick<Watch, 'url' | 'workerIds'>): Promise<number> {
  const client = connectionOf(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const own = [...workerIds];
    const held = await client.query('SELECT 1 FROM graphile_worker.jobs WHERE locked_by = ANY ($1::text[])', [own]);
    await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [own]);
    return held.rowCount ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Watch = { url: string; workerIds: ReadonlySet<string>; signal: AbortSignal; log: Log };

/** As long as one connection lives, which is as long as its locks do. */
async function watchOnce({ url, workerIds, signal, log }: Watch): Promise<void> {
  const client = connectionOf(url);
  // The error of a lost connection also ends the query that runs next.
  client.on('error', () => undefined);
  const announced = new Set<string>();
  await client.connect();
  try {
    while (!signal.aborted) {
      await announceChanges(client, { workerIds, announced });
      const freed = await freeDeadWorkers(client, [...announced]);
      if (freed.length > 0) log.warn({ workers: freed }, 'jobs of workers that were killed are free again');
      await pause(signal);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function announceChanges(
  client: pg.Client,
  { workerIds, announced }: { workerIds: ReadonlySet<string>; announced: Set<string> },
): Promise<void> {
  for (const id of [...workerIds].filter((one) => !announced.has(one))) {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lockName(id)]);
    announced.add(id);
  }
  for (const id of [...announced].filter((one) => !workerIds.has(one))) {
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName(id)]);
    announced.delete(id);
  }
}

async function freeDeadWorkers(client: pg.Client, own: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; dead: boolean }>(
    `WITH held AS MATERIALIZED (
       SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
        WHERE locked_by <> ALL ($1::text[]) AND locked_at < now() - make_interval(secs => $2))
     SELECT id, pg_try_advisory_xact_lock(hashtextextended('fairlode-worker:' || id, 0)) AS dead FROM held`,
    [own, GRACE_SECONDS],
  );
  const dead = rows.filter((row) => row.dead).map(({ id }) => id);
  if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  return dead;
}

function lockName(workerId: string): string {
  return `fairlode-worker:${workerId}`;
}

async function pause(signal: AbortSignal): Promise<void> {
  await wait(SWEEP_MS, undefined, { signal }).catch(() => undefined);
}
