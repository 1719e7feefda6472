import { spawn } from 'node:child_process';
import path from 'node:path';
import { openDatabase } from '#app/platform/postgres/open-database.server';

const [script = '', ...args] = process.argv.slice(2);
const database = await openDatabase(process.env);
const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(script), ...args], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url, DEMO: process.env['DEMO'] ?? '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  void database.close().then(() => process.exit(code ?? 1));
});
