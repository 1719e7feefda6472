/**
 * npm run migrate:make -- NAME: writes prisma/migrations/<time>_NAME with the SQL that takes the migrated
 * schema to prisma/schema/*.prisma. Compares on a throw-away database, so it needs none of yours.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalPostgres } from '#app/platform/postgres/local-postgres.server';
import { migrate, readSchema, schemaFilters } from '#app/platform/db/migrate.server';
import { withSchemaEngine } from '#app/platform/db/schema-engine.server';
import { readArguments, runCommand, usageError } from './run-command';

const INITIAL = '20260601000000_tables';

const USAGE = 'npm run migrate:make -- add_lot_photos';

async function main(args: readonly string[]): Promise<number> {
  const options = { initial: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readArguments(args, { options, usage: USAGE });
  const { initial } = values;
  const [name = '', ...rest] = positionals;
  if (rest.length > 0 || (initial ? name !== '' : !/^[a-z0-9_]+$/.test(name)))
    throw usageError('Give the migration one name of small letters, digits and underscores', USAGE);
  const root = process.cwd();
  const scratch = await mkdtemp(path.join(tmpdir(), 'fairlode-migration-'));
  const server = await startLocalPostgres({ dataDir: scratch, database: 'shadow' });
  try {
    if (!initial) await migrate({ url: server.url, root });
    const files = await readSchema(root);
    const { stdout } = await withSchemaEngine(server.url, (engine) =>
      engine.diff({
        from: initial ? { tag: 'empty' } : { tag: 'schemaDatasource', files, configDir: root },
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: null,
        filters: schemaFilters,
      }),
    );
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const dir = path.join(root, 'prisma', 'migrations', initial ? INITIAL : `${time}_${name}`);
    await mkdir(dir, { recursive: true });
    await writeFile(path.join(dir, 'migration.sql'), stdout ?? '');
    console.log(`Wrote ${path.relative(root, dir)}/migration.sql. Read it before you commit it.`);
    return 0;
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

await runCommand(() => main(process.argv.slice(2)));
