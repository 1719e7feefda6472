import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import Stripe from 'stripe';
import { createSandbox } from '#app/stripe-sandbox/create-sandbox.server';
import { createApp, type AppOptions } from '#app/platform/serve/create-app.server';
import { endServer } from './end-server';
import { openDoor } from './open-door';
import type { TestDeps } from './test-deps';

export type AppServer = { url: string; deps: TestDeps; close(): Promise<void> };

/**
 * The built application with its sandbox on loopback ports, on the database of `deps`. `npm test` builds
 * before it comes here.
 */
export async function startAppServer(
  given: TestDeps,
  guards: Pick<AppOptions, 'pageCache' | 'rateLimit'> = {},
): Promise<AppServer> {
  const entry = path.resolve('build/server/index.js');
  if (!existsSync(entry))
    throw new Error('Nothing is built. Run "npm run build" first, or everything with "npm test".');
  const doors = [await openDoor(), await openDoor()] as const;
  const [{ port, url }, { port: sandboxPort }] = doors;
  const settings = { ...given.settings, port, publicUrl: url, payments: { ...given.settings.payments, sandboxPort } };
  const stripe = new Stripe(settings.payments.secretKey, {
    host: '127.0.0.1',
    port: sandboxPort,
    protocol: 'http',
    maxNetworkRetries: 2,
  });
  const deps: TestDeps = { ...given, settings, stripe };
  const sandbox = createSandbox(deps);
  const app = createApp({
    deps,
    build: (await import(pathToFileURL(entry).href)) as ServerBuild,
    clientDir: path.resolve('build/client'),
    publicDir: path.resolve('public'),
    ...guards,
    mounts: [{ path: '/', router: sandbox.payPage }],
  });
  doors[0].answerWith(app);
  doors[1].answerWith(sandbox.api);
  return {
    url,
    deps,
    async close() {
      await sandbox.stop();
      for (const { server } of doors) await endServer(server);
    },
  };
}
