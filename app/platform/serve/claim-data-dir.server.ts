import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from '../postgres/find-running.server';

type Claim = { ok: true; setUrl(url: string): void; release(): void } | { ok: false; pid: number; url: string | null };

/** One start per data folder: a second one is told where the first runs. A claim whose process is gone (kill -9) counts for nothing. */
export function claimDataDir(dataDir: string): Claim {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'start.pid');
  const [pid = 0, url] = read(file);
  if (pid && pid !== process.pid && isAlive(pid) && isStart(pid)) return { ok: false, pid, url: url ?? null };
  writeFileSync(file, `${process.pid}\n`);
  return {
    ok: true,
    setUrl: (address) => writeFileSync(file, `${process.pid}\n${address}\n`),
    release: () => rmSync(file, { force: true }),
  };
}

/** Process numbers are reused: where the system tells, the process must be a start of ours. */
function isStart(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('scripts/start');
  } catch {
    return process.platform !== 'linux';
  }
}

function read(file: string): [number, string | undefined] {
  try {
    const [pid, url] = readFileSync(file, 'utf8').trim().split('\n');
    return [Number.parseInt(pid ?? '0', 10), url];
  } catch {
    return [0, undefined];
  }
}
