import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocalPostgres } from '#app/platform/postgres/local-postgres.server';
import { migrate } from '#app/platform/db/migrate.server';
import { prepareJobs } from '#app/platform/jobs/prepare.server';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

/**
 * One throw-away PostgreSQL for the run (or the one of TEST_DATABASE_URL) with a migrated template that
 * workers clone.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(path.join(tmpdir(), 'fairlode-test-'));
  const given = process.env['TEST_DATABASE_URL'];
  const server = given
    ? { url: given, stop: async () => undefined }
    : await startLocalPostgres({ dataDir: dir, database: 'base', flags: ['fsync=off', 'synchronous_commit=off'] });
  await migrate({ url: server.url, root: process.cwd() });
  await prepareJobs(server.url);
  project.provide('clusterUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
