/** npm run migrate: brings the database of DATABASE_URL up to date, the job runner's schema included. */
import { openDatabase } from '#app/platform/postgres/open-database.server';

if (!process.env['DATABASE_URL']) {
  console.error(
    'DATABASE_URL is not set. Point it at a PostgreSQL 15 or newer, e.g. postgresql://user:password@host:5432/fairlode.',
  );
  process.exit(1);
}
const { migrations } = await openDatabase(process.env);
console.log(migrations.length === 0 ? 'The database is up to date.' : `Applied: ${migrations.join(', ')}`);
