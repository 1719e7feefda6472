import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { ExpectedError } from '../expected-error';
import { connectionUrl, LOCAL_PASSWORD, LOCAL_USER } from './connection-url';
import { answersBefore, findRunning, isAlive } from './find-running.server';
import { freePort } from './free-port.server';
import { findPostgresBinaries, type Binaries } from './postgres-binaries.server';
import { isReachable, postgresOwner, type Owner } from './postgres-user.server';

const run = promisify(execFile);

export type LocalPostgres = {
  url: string;
  /** False where a server that ran already was taken over. */
  started: boolean;
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes with the package on files under `dataDir`, or takes over one that still runs there: after a `kill -9`
 * the server outlives its parent and must not be started twice on the same files. `stop` ends it either way.
 */
export async function startLocalPostgres({
  dataDir,
  database = 'fairlode',
  flags = [],
}: {
  dataDir: string;
  database?: string;
  flags?: string[];
}): Promise<LocalPostgres> {
  const owner = postgresOwner();
  const databaseDir = placeFor(dataDir, owner);
  const found = await findRunning(databaseDir);
  const running = found ?? (await startServer({ databaseDir, owner, flags }));
  await ensureDatabase(running.port, database);
  return { url: connectionUrl(running.port, database), started: !found, stop: () => stopServer(running.pid) };
}

/** Beside the other data, unless the server's user cannot get there: then in /var/tmp under a name made from that place. */
function placeFor(dataDir: string, owner: Owner | null): string {
  const place = path.resolve(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  if (!owner || isReachable(place)) return place;
  return path.join('/var/tmp', `fairlode-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`);
}

async function startServer({
  databaseDir,
  owner,
  flags,
}: {
  databaseDir: string;
  owner: Owner | null;
  flags: string[];
}) {
  const binaries = findPostgresBinaries(owner);
  if (!existsSync(path.join(databaseDir, 'PG_VERSION'))) await initialise({ binaries, databaseDir, owner });
  const port = await freePort();
  const logFile = `${databaseDir}.log`;
  const log = openSync(logFile, 'a');
  const own = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];
  const child = spawn(
    binaries.postgres,
    ['-D', databaseDir, '-p', String(port), ...[...own, ...flags].flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  child.unref();
  const pid = child.pid;
  if (!pid || !(await answersBefore(Date.now() + 30_000, { pid, port, databaseDir }))) {
    throw new ExpectedError(`PostgreSQL did not start. Its own words are in ${logFile}.`);
  }
  return { pid, port };
}

async function initialise({
  binaries,
  databaseDir,
  owner,
}: {
  binaries: Binaries;
  databaseDir: string;
  owner: Owner | null;
}) {
  // A folder without PG_VERSION is what a killed initdb left.
  rmSync(databaseDir, { recursive: true, force: true });
  mkdirSync(databaseDir, { recursive: true, mode: 0o700 });
  if (owner) chownSync(databaseDir, owner.uid, owner.gid);
  const passwordFile = path.join(path.dirname(databaseDir), `.${path.basename(databaseDir)}-password`);
  writeFileSync(passwordFile, `${LOCAL_PASSWORD}\n`, { mode: 0o600 });
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${databaseDir}`,
        `--username=${LOCAL_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
      ].concat(['--encoding=UTF8', '--locale=C', '--no-instructions']),
      { ...owner, cwd: '/' },
    );
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true });
    throw new ExpectedError(
      `PostgreSQL could not prepare ${databaseDir}: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function ensureDatabase(port: number, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: connectionUrl(port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing is lost. */
async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 25) await wait(25);
}
