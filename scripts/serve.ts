/** npm run serve: one web process on the built application. Several may run on one database. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createSandbox } from '#app/payments/sandbox/create-sandbox.server';
import { ensureStartingMethods } from '#app/pricing/methods/ensure-starting-methods.server';
import { createApp } from '#app/platform/serve/create-app.server';
import { openRateLimit } from '#app/platform/serve/api/rate-limit.server';
import { takeHeldPort } from '#app/platform/serve/hold-port.server';
import { openPageCache } from '#app/platform/serve/page-cache/page-cache.server';
import { listen } from '#app/platform/serve/listen.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';

const settings = readSettings(process.env);
const deps = await wire(settings, { name: 'web', poolSize: 20 });
await ensureStartingMethods(deps);
const entry = path.resolve('build/server/index.js');
if (!existsSync(entry)) throw new Error('Nothing is built yet. Run "npm run build" first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
const sandbox = settings.payments.mode === 'sandbox' ? createSandbox(deps) : null;
const pageCache = openPageCache({ url: settings.databaseUrl, log: deps.log, clock: deps.clock });
const rateLimit = openRateLimit(settings, deps.log);
const app = createApp({
  deps,
  build,
  clientDir: path.resolve('build/client'),
  publicDir: path.resolve('public'),
  pageCache: pageCache.handler,
  rateLimit: rateLimit.handler,
  mounts: sandbox ? [{ path: '/', router: sandbox.payPage }] : [],
});
// npm start holds the ports from its beginning on.
const isHeld = process.env['PORTS_HELD'] === '1';
const servers = [await listen(app, isHeld ? await takeHeldPort('web') : settings)];
if (sandbox) {
  const place = { host: '127.0.0.1', port: settings.payments.sandboxPort, setting: 'SANDBOX_PORT' };
  servers.push(await listen(sandbox.api, isHeld ? await takeHeldPort('sandbox') : place));
}
deps.log.info({ url: settings.publicUrl }, 'serving');
process.send?.('serving');

async function stop(): Promise<void> {
  for (const server of servers) server.close();
  await sandbox?.stop();
  await Promise.all([pageCache.stop(), rateLimit.stop()]);
  await deps.db.$disconnect();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void stop());
