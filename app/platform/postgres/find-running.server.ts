import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { connectionUrl } from './connection-url';

export type Found = { pid: number; port: number };

/**
 * The server that an earlier process started on these files and left behind, once it answers; null where there is none. Reads
 * postmaster.pid (line 1 the process, line 4 the port) and asks the server which files it has, since both numbers may be reused.
 */
export async function findRunning(databaseDir: string): Promise<Found | null> {
  const lines = await readFile(path.join(databaseDir, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (!pid || !port) return null;
  return (await answersBefore(Date.now() + 15_000, { pid, port, databaseDir })) ? { pid, port } : null;
}

/** Polls until the server answers or its process is gone: recovery after a crash takes a moment. */
export async function answersBefore(
  deadline: number,
  { pid, port, databaseDir }: Found & { databaseDir: string },
): Promise<boolean> {
  while (Date.now() < deadline && isAlive(pid)) {
    const dir = await askDataDirectory(port);
    if (dir !== null) return path.resolve(dir) === path.resolve(databaseDir);
    await wait(25);
  }
  return false;
}

async function askDataDirectory(port: number): Promise<string | null> {
  const client = new pg.Client({ connectionString: connectionUrl(port, 'postgres'), connectionTimeoutMillis: 1000 });
  // A server that goes down while we ask emits an error of its own.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
