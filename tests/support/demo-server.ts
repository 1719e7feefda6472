import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { freePort } from '../../app/platform/postgres/free-port.server';
import { startLocalPostgres } from '../../app/platform/postgres/local-postgres.server';

type Database = { url: string; stop(): Promise<void> };

/**
 * One whole demo for the browser tests: the command behind `npm start` on a port and a data folder of its
 * own. With E2E_URL (and E2E_DATABASE_URL, E2E_DATA_DIR, E2E_SANDBOX_URL) the tests look at a demo that runs
 * already.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_URL']) return undefined;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fairlode-e2e-'));
  const database = await openDatabase(dataDir);
  const [port, sandboxPort] = [String(await freePort()), String(await freePort())];
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: port,
      SANDBOX_PORT: sandboxPort,
      DEMO: '1',
    },
  });
  const stop = async () => {
    await end(child);
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    process.env['E2E_URL'] = await ready(child);
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['E2E_DATABASE_URL'] = database.url;
  process.env['E2E_DATA_DIR'] = dataDir;
  process.env['E2E_SANDBOX_URL'] = `http://127.0.0.1:${sandboxPort}`;
  return stop;
}

/**
 * A database of the run's own: on the server of TEST_DATABASE_URL, else on a throw-away one that may lose its
 * last writes.
 */
async function openDatabase(dataDir: string): Promise<Database> {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) return startLocalPostgres({ dataDir, flags: ['fsync=off', 'synchronous_commit=off'] });
  const name = `fairlode_e2e_${process.pid}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.toString(), stop: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The address it prints when it is ready. What it said so far, if it ends before. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    child.once('exit', (code) =>
      reject(new Error(`The demo did not start (${code ?? 'killed'}):\n${said.slice(-20).join('\n')}`)),
    );
    if (!child.stdout) return reject(new Error('The demo has no output to read.'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const url = /ready in .*?(https?:\/\/\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
