import pg from 'pg';
import { migrate } from '#app/platform/db/migrate.server';
import { prepareJobs } from '#app/platform/jobs/prepare.server';

export type ScratchDatabase = { url: string; drop(): Promise<void> };

/**
 * An empty, migrated database of its own on the same server. The installation's own data is never touched.
 */
export async function createScratchDatabase(serverUrl: string): Promise<ScratchDatabase> {
  const name = `bench_${process.pid}_${Date.now().toString(36)}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate({ url: url.toString(), root: process.cwd() });
  await prepareJobs(url.toString());
  return { url: url.toString(), drop: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
