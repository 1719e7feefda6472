import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#app/platform/postgres/open-database.server';
import { runCommand } from './run-command';

async function main([script = '', ...args]: readonly string[]): Promise<number> {
  const file = path.resolve(script);
  const database = await openDatabase(process.env);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= database.close());
  const end = () => void close().then(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);

  process.env['DATABASE_URL'] = database.url;
  if (process.env['NODE_ENV'] !== 'production') process.env['DEMO'] ??= '1';
  process.argv = [process.execPath, file, ...args];
  try {
    // In this very process: one more would load everything once more, which takes longer than most commands.
    await import(pathToFileURL(file).href);
    return Number(process.exitCode ?? 0);
  } finally {
    await close();
  }
}

await runCommand(() => main(process.argv.slice(2)));
// What made the database may still hold a timer of some seconds. The command itself is done.
process.exit();
