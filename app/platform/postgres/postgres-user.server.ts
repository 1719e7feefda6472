import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { ExpectedError } from '../expected-error';

export type Owner = { uid: number; gid: number };

/**
 * PostgreSQL refuses to run as root. As root we run it as the system's `postgres` user, made where it is missing, or as `nobody` where
 * no user can be made. Null for ordinary users, who run it as themselves.
 */
export function postgresOwner(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // No useradd on this system: `nobody` is everywhere.
  }
  const owner = lookUp('postgres') ?? lookUp('nobody');
  if (!owner)
    throw new ExpectedError(
      'PostgreSQL cannot run as root and this system has no user "postgres" or "nobody". Run as an ordinary user.',
    );
  return owner;
}

function lookUp(name: string): Owner | null {
  try {
    const ask = (option: string) =>
      Number.parseInt(
        execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        10,
      );
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

/** Whether everybody may pass through every folder above `target`: a clone in a private folder shuts other users out. */
export function isReachable(target: string): boolean {
  for (let dir = path.dirname(path.resolve(target)); ; dir = path.dirname(dir)) {
    const mode = statSync(dir, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (dir === path.dirname(dir)) return true;
  }
}
