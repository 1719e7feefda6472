/**
 * The second half of npm start, once packages are there: database, migrations, demo data, then one web
 * process and one worker. It ends when it is told to, and takes everything that it started along.
 */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { openDatabase } from '#app/platform/postgres/open-database.server';
import { expectedFailure } from '#app/platform/expected-failure.server';
import { choosePorts } from '#app/platform/serve/choose-ports.server';
import { handOver } from '#app/platform/serve/hold-port.server';
import { claimDataDir } from '#app/platform/serve/claim-data-dir.server';
import { requireFeeds } from '#app/prices/feed-status/feed-plan.server';
import { readSettings } from '#app/platform/settings.server';
import { isDemoReady } from '#prisma/seed/is-demo-ready';
import { DEMO_EMAILS, DEMO_PASSWORD } from '#prisma/seed/demo-people';

const started = Date.now();
const say = (text: string) => console.log(`\u001b[2mfairlode\u001b[0m  ${text}`);
const dataDir = path.resolve(process.env['DATA_DIR'] ?? '.data');
const children: ChildProcess[] = [];
let stopping = false;
/** How long a child may take to end by itself. */
let endsWithinMs = 5000;

const claim = claimOrLeave();
const ports = await choosePorts(process.env).catch(leave);
const database = await openDatabase(process.env, say).catch(leave);
const env: Record<string, string | undefined> = {
  ...process.env,
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  PORT: String(ports.web.port),
  SANDBOX_PORT: String(ports.sandbox.port),
  PORTS_HELD: '1',
  DEMO: process.env['DEMO'] ?? '1',
  // This command is the demo's.
  ALLOW_DEMO: '1',
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
};

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(end));
  await database.close();
  claim.release();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));

try {
  await run();
} catch (error) {
  console.error(expectedFailure(error) ?? error);
  await stop(1);
}

async function run(): Promise<void> {
  const settings = readSettings(env);
  requireFeeds(settings.feeds);
  const { noticeSeconds, drainSeconds } = settings.shutdown;
  endsWithinMs = (noticeSeconds + drainSeconds + 10) * 1000;
  if (settings.demo && !(await isDemoReady(database.url))) {
    // Loaded only where it is needed: the seed knows every room, and a start with nothing to do should be
    // quick.
    const { prepareDemo } = await import('#prisma/seed/prepare-demo');
    await prepareDemo(settings, say);
  }
  await launch('scripts/serve.ts', 'serving');
  for (const { server } of Object.values(ports)) server.close();
  claim.setUrl(settings.publicUrl);
  process.send?.('ready');
  say(`ready in ${((Date.now() - started) / 1000).toFixed(1)} s: ${settings.publicUrl}`);
  // Jobs wait in the database until the worker is there, a moment later.
  void launch('scripts/work.ts', 'working');
  if (!settings.demo) return;
  say(`demo logins, all with the password ${DEMO_PASSWORD}:`);
  for (const email of DEMO_EMAILS) say(`  ${email}`);
}

/** Before anything was built: one sentence, and the way is free for the next start. */
function leave(error: unknown): never {
  console.error(expectedFailure(error) ?? error);
  claim.release();
  process.exit(1);
}

function claimOrLeave(): Extract<ReturnType<typeof claimDataDir>, { ok: true }> {
  const claimed = claimDataDir(dataDir);
  if (claimed.ok) return claimed;
  say(`already running here: ${claimed.url ?? `process ${claimed.pid}`}`);
  process.exit(0);
}

/**
 * Starts a child that lives no longer than this process (it watches the channel between them) and waits until
 * it says it is ready.
 */
function launch(script: string, ready: string): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(script, { execArgv: ['--import', 'tsx'], env: env as NodeJS.ProcessEnv, stdio: 'inherit' });
    children.push(child);
    handOver(child, ports);
    child.on('message', (message) => {
      if (message === ready) resolve();
    });
    child.on('exit', (code) => {
      if (stopping) return;
      say(`${script} ended (${code ?? 'killed'}); stopping`);
      void stop(1);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), endsWithinMs).unref();
  });
}
