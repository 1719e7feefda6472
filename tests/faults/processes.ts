import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll } from 'vitest';
import type { TestDeps } from '#tests/support/test-deps';

export type Running = {
  pid: number;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as a supervisor sends it. Answers the exit code once it is gone, null where it was killed. */
  terminate(): Promise<number | null>;
};

const READY = { 'scripts/serve.ts': 'serving', 'scripts/work.ts': 'working', 'scripts/start.ts': 'ready' } as const;

/**
 * A web server, a worker, or both as `npm start` runs them, on the database and settings of `deps`. Ready
 * when this returns.
 */
export async function startProcess(
  script: keyof typeof READY,
  { settings }: Pick<TestDeps, 'settings'>,
  env: Record<string, string> = {},
): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: settings.dataDir,
      DEMO: '1',
      ALLOW_DEMO: '1',
      PORT: String(settings.port),
      SANDBOX_PORT: String(settings.payments.sandboxPort),
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  afterAll(() => end(child, 'SIGKILL'));
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('message', (message) => message === READY[script] && resolve());
    child.once('exit', (code) => reject(new Error(`${script} ended (${code ?? 'killed'}): ${said.join('')}`)));
  });
  let asked = false;
  // A process that ends by itself would only show as something that never comes.
  child.once('exit', (code, signal) => {
    if (!asked && signal !== 'SIGKILL') console.error(`${script} ended (${code ?? signal ?? ''}): ${said.join('')}`);
  });
  const stop = (signal: 'SIGKILL' | 'SIGTERM') => {
    asked = true;
    return end(child, signal);
  };
  return {
    pid: child.pid ?? 0,
    kill: () => stop('SIGKILL').then(() => undefined),
    terminate: () => stop('SIGTERM'),
  };
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
