import { run, type Runner, type TaskList } from 'graphile-worker';
import type { Deps } from '../deps';
import type { JobName, JobPayloads } from './jobs';

/** One handler for every job; a handler that throws is tried again with growing pauses, and stays visible in the queue. */
export type JobHandlers = { [Name in JobName]: (deps: Deps, payload: JobPayloads[Name]) => Promise<void> };

/** Jobs by the clock: crontab lines of graphile-worker, in UTC. */
export type Schedule = { cron: string; name: JobName; payload: object }[];

export async function runWorker({
  deps,
  handlers,
  schedule = [],
  concurrency = 4,
}: {
  deps: Deps;
  handlers: JobHandlers;
  schedule?: Schedule;
  concurrency?: number;
}): Promise<Runner> {
  const taskList: TaskList = {};
  for (const [name, handle] of Object.entries(handlers) as [JobName, (deps: Deps, payload: unknown) => Promise<void>][]) {
    taskList[name] = async (payload) => handle(deps, payload);
  }
  return run({
    connectionString: deps.settings.databaseUrl,
    concurrency,
    taskList,
    crontab: schedule.map(({ cron, name, payload }) => `${cron} ${name} ${JSON.stringify(payload)}`).join('\n') || ' ',
    noHandleSignals: true,
    pollInterval: 1000,
  });
}
