import type { Jobs } from './jobs';

/**
 * graphile-worker's queue, called in SQL so that it joins the transaction. `runAt` is domain time; `toRealTime` takes a demo's
 * shifted clock back to the wall clock the worker runs by.
 */
export function createJobs({ toRealTime }: { toRealTime: (domainTime: Date) => Date }): Jobs {
  return {
    async enqueue(tx, name, payload, { key, runAt, maxAttempts = 12 } = {}) {
      const at = runAt ? toRealTime(runAt) : null;
      await tx.$executeRaw`
        SELECT graphile_worker.add_job(
          ${name}::text,
          payload := ${JSON.stringify(payload)}::json,
          run_at := ${at}::timestamptz,
          max_attempts := ${maxAttempts}::int,
          job_key := ${key ?? null}::text
        )`;
    },
  };
}
