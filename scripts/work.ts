/** npm run work: one worker process for background jobs. Several may run on one database. */
import { runWorker } from '#app/platform/jobs/run-worker.server';
import { requireFeeds } from '#app/prices/feed-status/feed-plan.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { jobHandlers, jobSchedule } from './job-handlers';
import { runCommand } from './run-command';

async function main(): Promise<number> {
  const settings = readSettings(process.env);
  requireFeeds(settings.feeds);
  const deps = await wire(settings, { name: 'worker', poolSize: 6 });
  const worker = await runWorker({ deps, handlers: jobHandlers, schedule: jobSchedule });
  // What the calendar would have asked for while no worker ran.
  await deps.jobs.enqueue(deps.db, 'close-evidence-days', {}, { key: 'close-evidence-days' });
  deps.log.info({}, 'working');
  process.send?.('working');

  let ending: Promise<void> | null = null;
  async function end(): Promise<void> {
    const { givenBack } = await worker.stop({ withinMs: settings.shutdown.drainSeconds * 1000 });
    if (givenBack > 0) deps.log.warn({ givenBack }, 'jobs that took too long are free for the next worker');
    // What still runs must not keep the process: its transaction ends with it.
    setTimeout(() => process.exit(0), 1000).unref();
    await Promise.all([deps.pictures.stop(), deps.db.$disconnect()]);
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void (ending ??= end()));
  return 0;
}

await runCommand(main);
// What was opened before it failed must not keep the process.
if (process.exitCode) process.exit();
