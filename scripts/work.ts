/** npm run work: one worker process for background jobs. Several may run on one database. */
import { runWorker } from '#app/platform/jobs/run-worker.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { jobHandlers, jobSchedule } from './job-handlers';

const deps = await wire(readSettings(process.env), { name: 'worker', poolSize: 6 });
const worker = await runWorker({ deps, handlers: jobHandlers, schedule: jobSchedule });
// What the calendar would have asked for while no worker ran.
await deps.jobs.enqueue(deps.db, 'close-evidence-days', {}, { key: 'close-evidence-days' });
deps.log.info({}, 'working');
process.send?.('working');

async function stop(): Promise<void> {
  await worker.stop();
  await deps.db.$disconnect();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop());
