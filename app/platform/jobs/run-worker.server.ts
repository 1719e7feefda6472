import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Logger, run, type Runner, type RunnerOptions, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { inUtc } from '../db/in-utc';
import type { Deps } from '../deps';
import type { Log } from '../log';
import type { JobName, JobPayloads } from './jobs';
import { openWorkerRoll, type WorkerRoll } from './worker-roll.server';

/** One handler for every job; a handler that throws is tried again with growing pauses, and stays visible in the queue. */
export type JobHandlers = { [Name in JobName]: (deps: Deps, payload: JobPayloads[Name]) => Promise<void> };

/** Jobs by the clock: crontab lines of graphile-worker, in UTC. A job that is there more than once has an `id` each time. */
export type Schedule = { cron: string; name: JobName; payload: object; id?: string }[];

const RESTART_MS = 1000;
/** How long a runner that lost the database gets to end by itself; after that a new one takes its place all the same. */
const FAREWELL_MS = 10_000;
/** An address that takes a connection and never answers must not hold the runner up for good. */
const CONNECT_MS = 10_000;
/** Jobs that read or write a lot at once; they may take as many times longer. */
const LONG_JOBS: ReadonlySet<JobName> = new Set([
  'read-price-file',
  'accept-price-file',
  'recompute-bands',
  'close-evidence-days',
  'send-bulletins',
]);
const LONG_FACTOR = 6;

export type Worker = {
  /** Takes no new job, finishes those in hand within the time, and gives back the others. Says how many of its hands were still busy. */
  stop(options: { withinMs: number }): Promise<{ givenBack: number }>;
};

/**
 * Works until it is stopped. What the runner leaves to its surroundings is done here: it stops for good when it loses the database in the middle of a
 * job, so that it is started anew then; and jobs of a killed process stay locked, so that they are freed.
 */
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
}): Promise<Worker> {
  const taskList: TaskList = {};
  for (const [name, handle] of Object.entries(handlers) as [
    JobName,
    (deps: Deps, payload: unknown) => Promise<void>,
  ][]) {
    const seconds = deps.settings.jobSeconds * (LONG_JOBS.has(name) ? LONG_FACTOR : 1);
    taskList[name] = (payload) => withinTime(name, seconds, handle(deps, payload));
  }
  const roll = openWorkerRoll({ url: deps.settings.databaseUrl, log: deps.log });
  const options: RunnerOptions = {
    concurrency,
    taskList,
    crontab: crontabOf(schedule),
    noHandleSignals: true,
    pollInterval: 1000,
    logger: loggerTo(deps.log),
  };
  const start = () => startRound({ options, roll, openPool: () => openPool(deps) });
  const round = await start();
  const stopping = new AbortController();
  const ended = keepGoing(round, start, { signal: stopping.signal, log: deps.log });
  return {
    async stop({ withinMs }) {
      stopping.abort();
      const late = new AbortController();
      const inTime = await Promise.race([
        ended.then(() => true),
        wait(withinMs, false, { signal: late.signal, ref: false }).catch(() => false),
      ]);
      late.abort();
      const givenBack = inTime ? 0 : await roll.giveBack();
      await roll.stop();
      return { givenBack };
    },
  };
}

/** A job that hangs counts as failed: it is tried again like one that threw, and its error stays in the queue for everybody to see. */
async function withinTime(name: JobName, seconds: number, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = wait(seconds * 1000, undefined, { signal: over.signal }).then(() => {
    throw new Error(`The job ${name} took longer than ${seconds} seconds`);
  });
  // Whoever loses the race must not end the process by its rejection.
  late.catch(() => undefined);
  work.catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}

/** A blank where nothing is planned: an empty text makes the runner look for a file. */
export function crontabOf(schedule: Schedule): string {
  const line = ({ cron, name, payload, id = name }: Schedule[number]) =>
    `${cron} ${name} ?id=${id} ${JSON.stringify(payload)}`;
  return schedule.map(line).join('\n') || ' ';
}

/** One life of the runner; `lost` settles when it can work no more. */
type Round = { lost: Promise<void>; stop(): Promise<void> };

/**
 * The runner takes its handlers off a pool of its own before that is closed, so a connection that breaks in between would end the process. These stay
 * for as long as the pool lives.
 */
function openPool({ settings, log }: Pick<Deps, 'settings' | 'log'>): pg.Pool {
  const pool = new pg.Pool({
    connectionString: inUtc(settings.databaseUrl),
    application_name: 'fairlode-jobs',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  const note = (err: Error) => log.warn({ err }, 'a connection of the worker broke');
  pool.on('error', note);
  pool.on('connect', (client) => void client.on('error', note));
  return pool;
}

async function startRound({
  options,
  roll,
  openPool: open,
}: {
  options: RunnerOptions;
  roll: WorkerRoll;
  openPool: () => pg.Pool;
}): Promise<Round> {
  roll.clear();
  const pgPool = open();
  const events: RunnerOptions['events'] = new EventEmitter();
  events.on('worker:create', ({ worker }) => roll.announce(worker.workerId));
  const workerLost = new Promise<void>((resolve) => events.once('worker:fatalError', () => resolve()));
  const close = () => pgPool.end().catch(() => undefined);
  const runner: Runner = await run({ ...options, pgPool, events }).catch((error: unknown) => {
    void close();
    throw error;
  });
  const over = () => undefined;
  return {
    lost: Promise.race([workerLost, runner.promise.then(over, over)]),
    async stop() {
      // The runner may have stopped by itself; then it says so with an error.
      await runner.stop().catch(() => undefined);
      await close();
    },
  };
}

async function keepGoing(
  first: Round,
  again: () => Promise<Round>,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<void> {
  const told = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  for (let round: Round | null = first; ;) {
    if (round) {
      await Promise.race([told, round.lost]);
      const ended = round.stop();
      if (signal.aborted) return ended;
      await Promise.race([ended, told, wait(FAREWELL_MS, undefined, { ref: false })]);
    }
    if (signal.aborted) return;
    log.warn({}, 'the worker lost the database and starts anew');
    await wait(RESTART_MS, undefined, { signal }).catch(() => undefined);
    round = await again().catch((error: unknown) => {
      log.warn({ err: error }, 'the worker could not start yet');
      return null;
    });
  }
}

function loggerTo(log: Log): Logger {
  return new Logger(() => (level, message) => {
    const write =
      level === 'error' ? log.error : level === 'warning' ? log.warn : level === 'info' ? log.info : log.debug;
    write.call(log, {}, message);
  });
}
