import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { withSchemaEngine } from './schema-engine.server';

/** Prisma-managed tables only: the job runner keeps its own schema. */
export const schemaFilters = { externalTables: [], externalEnums: [] };

// Any number that no one else uses: two starting processes must not migrate at once.
const MIGRATION_LOCK = 7_204_511;

export async function readMigrations(root: string): Promise<MigrationList> {
  const baseDir = path.join(root, 'prisma', 'migrations');
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  names.sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

export async function readSchema(root: string): Promise<SchemaContainer[]> {
  const dir = path.join(root, 'prisma', 'schema');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(dir, name), 'utf8') })),
  );
}

/** Applies every migration that the database lacks and returns their names. Its history table is the one of `prisma migrate deploy`. */
export async function migrate({ url, root }: { url: string; root: string }): Promise<string[]> {
  const migrationsList = await readMigrations(root);
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await isUpToDate(lock, migrationsList)) return [];
    await forgetFailed(lock);
    return await withSchemaEngine(url, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: schemaFilters });
      return appliedMigrationNames;
    });
  } finally {
    await lock.end();
  }
}

// A migration is one transaction (WholeScriptPg): one that failed changed nothing.
// It is tried again once its cause is gone.
async function forgetFailed(client: pg.Client): Promise<void> {
  if (!(await hasHistory(client))) return;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

// Loading the engine costs most of a second; a start with nothing to do should not pay it.
async function isUpToDate(client: pg.Client, { migrationDirectories }: MigrationList): Promise<boolean> {
  if (!(await hasHistory(client))) return false;
  const done = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(done.rows.map((row) => row.migration_name));
  return migrationDirectories.every((directory) => names.has(directory.path));
}

async function hasHistory(client: pg.Client): Promise<boolean> {
  const table = await client.query<{ exists: string | null }>(
    `SELECT to_regclass('_prisma_migrations')::text AS exists`,
  );
  return Boolean(table.rows[0]?.exists);
}
