import { runMigrations } from 'graphile-worker';

/** Creates or updates the job runner's own schema. */
export async function prepareJobs(url: string): Promise<void> {
  await runMigrations({ connectionString: url });
}
