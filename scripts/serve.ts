/** npm run serve: one web process on the built application. Several may run on one database. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createSandbox } from '#app/stripe-sandbox/create-sandbox.server';
import { ensureStartingMethods } from '#app/valuation/methods/ensure-starting-methods.server';
import { createApp } from '#app/platform/serve/create-app.server';
import { createDrain } from '#app/platform/serve/drain.server';
import { openRateLimit } from '#app/platform/serve/api/rate-limit.server';
import { takeHeldPort } from '#app/platform/serve/hold-port.server';
import { openPageCache } from '#app/platform/serve/page-cache/page-cache.server';
import { ExpectedError } from '#app/platform/expected-error';
import { listen } from '#app/platform/serve/listen.server';
import { requireFeeds } from '#app/prices/feed-status/feed-plan.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { runCommand } from './run-command';

async function main(): Promise<number> {
  const settings = readSettings(process.env);
  requireFeeds(settings.feeds);
  const deps = await wire(settings, { name: 'web', poolSize: 12, patience: 'web' });
  await ensureStartingMethods(deps);
  const entry = path.resolve('build/server/index.js');
  if (!existsSync(entry)) throw new ExpectedError('Nothing is built yet. Run "npm run build" first.');
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const sandbox = settings.payments.mode === 'sandbox' ? createSandbox(deps) : null;
  const pageCache = openPageCache({ url: settings.databaseUrl, log: deps.log, clock: deps.clock });
  const rateLimit = openRateLimit(settings, deps.log);
  const drain = createDrain();
  const app = createApp({
    deps,
    isDraining: drain.isDraining,
    build,
    clientDir: path.resolve('build/client'),
    publicDir: path.resolve('public'),
    pageCache: pageCache.handler,
    rateLimit: rateLimit.handler,
    mounts: sandbox ? [{ path: '/', router: sandbox.payPage }] : [],
  });
  // npm start holds the ports from its beginning on.
  const isHeld = process.env['PORTS_HELD'] === '1';
  const web = await listen(drain.watch(app), isHeld ? await takeHeldPort('web') : settings);
  const sandboxPlace = { host: '127.0.0.1', port: settings.payments.sandboxPort, setting: 'SANDBOX_PORT' };
  const sandboxApi = sandbox
    ? await listen(drain.watch(sandbox.api), isHeld ? await takeHeldPort('sandbox') : sandboxPlace)
    : null;
  deps.log.info({ url: settings.publicUrl }, 'serving');
  process.send?.('serving');

  let ending: Promise<void> | null = null;
  /**
   * Nobody is cut off: not ready first, then no new connections, then the end once everybody has an answer.
   */
  async function end(): Promise<void> {
    const { noticeSeconds, drainSeconds } = settings.shutdown;
    deps.log.info({ noticeSeconds, drainSeconds }, 'ending');
    drain.begin();
    await wait(noticeSeconds * 1000);
    const { cut } = await drain.finish(web, { withinMs: drainSeconds * 1000 });
    if (cut > 0) deps.log.error({ cut }, 'requests were cut off: they took longer than SHUTDOWN_DRAIN_SECONDS');
    // What was under way may have asked the sandbox, so it ends after it.
    if (sandboxApi) await drain.finish(sandboxApi, { withinMs: 1000 });
    // A query that hangs must not keep the process.
    setTimeout(() => process.exit(0), 5000).unref();
    await sandbox?.stop();
    await Promise.all([pageCache.stop(), rateLimit.stop()]);
    await Promise.all([deps.pictures.stop(), deps.db.$disconnect()]);
    process.exit(0);
  }
  // A terminal and npm start may both tell it: further signals change nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void (ending ??= end()));
  return 0;
}

await runCommand(main);
// What was opened before it failed must not keep the process.
if (process.exitCode) process.exit();
