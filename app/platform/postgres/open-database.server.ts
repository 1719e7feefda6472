import path from 'node:path';
import { migrate } from '../db/migrate.server';
import { prepareJobs } from '../jobs/prepare.server';
import { databaseUrl } from '../settings/read-environment.server';
import { startLocalPostgres } from './local-postgres.server';

export type OpenDatabase = {
  url: string;
  /** What was applied to bring it up to date. */
  migrations: string[];
  /** Stops the local server if this call started it. */
  close(): Promise<void>;
};

/** The database of this installation, up to date: DATABASE_URL, else the local server on files in DATA_DIR. */
export async function openDatabase(
  env: Record<string, string | undefined>,
  onStep: (text: string) => void = () => undefined,
): Promise<OpenDatabase> {
  const root = process.cwd();
  const given = env['DATABASE_URL']?.trim() ? databaseUrl(env) : null;
  if (!given) onStep('starting PostgreSQL …');
  const local = given ? null : await startLocalPostgres({ dataDir: path.resolve(env['DATA_DIR'] ?? '.data') });
  const url = given ?? local?.url ?? '';
  const migrations = await migrate({ url, root });
  if (migrations.length > 0) onStep(`migrated the database (${migrations.length} steps)`);
  await prepareJobs(url);
  return { url, migrations, close: async () => (local?.started ? local.stop() : undefined) };
}
