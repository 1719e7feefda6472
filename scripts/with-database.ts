import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#app/platform/postgres/open-database.server';

// In this very process: one more would load everything once more, which takes longer than most commands.
const [script = '', ...args] = process.argv.slice(2);
const file = path.resolve(script);
const database = await openDatabase(process.env);
let closed: Promise<void> | null = null;
const close = () => (closed ??= database.close());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close().then(() => process.exit(1)));

process.env['DATABASE_URL'] = database.url;
if (process.env['NODE_ENV'] !== 'production') process.env['DEMO'] ??= '1';
process.argv = [process.execPath, file, ...args];
try {
  await import(pathToFileURL(file).href);
} finally {
  await close();
}
// What made the database may still hold a timer of some seconds; the command itself is done.
process.exit();
