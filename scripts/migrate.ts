/** npm run migrate: brings the database of DATABASE_URL up to date, the job runner's schema included. */
import { openDatabase } from '#app/platform/postgres/open-database.server';
import { databaseUrl } from '#app/platform/settings/read-environment.server';
import { readArguments, runCommand, usageError } from './run-command';

const USAGE = 'npm run migrate';

async function main(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, { options: {}, usage: USAGE });
  if (positionals.length > 0) throw usageError('It takes no arguments', USAGE);
  // Never the local one by mistake: who migrates by hand means a database of their own.
  databaseUrl(process.env);
  const { migrations } = await openDatabase(process.env);
  console.log(migrations.length === 0 ? 'The database is up to date.' : `Applied: ${migrations.join(', ')}`);
  return 0;
}

await runCommand(() => main(process.argv.slice(2)));
