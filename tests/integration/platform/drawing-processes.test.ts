import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createLog } from '#app/platform/log.server';
import { createDrawingProcesses } from '#app/platform/pictures/drawing-processes.server';
import { readSettings } from '#app/platform/settings.server';

const LIMITS = readSettings({ DATABASE_URL: 'postgresql://nowhere', DEMO: '1', DATA_DIR: tmpdir() }).pictures;

function drawer(limits: Partial<typeof LIMITS> = {}) {
  const log = createLog({ level: 'silent', name: 'test' });
  const processes = createDrawingProcesses({ limits: { ...LIMITS, ...limits }, log });
  afterAll(() => processes.stop());
  return processes;
}

function png(width: number, height: number): Promise<Buffer> {
  const create = { width, height, channels: 3 as const, background: '#336655' };
  return sharp({ create, limitInputPixels: false }).png().toBuffer();
}

/** Drawing processes of this one, the newest last. */
function pids(): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
  const own = rows.filter((row) => row.includes('draw-pictures')).map((row) => row.trim().split(/\s+/).map(Number));
  return own.filter(([, parent]) => parent === process.pid).map(([pid = 0]) => pid);
}

describe('pictures that are drawn in processes of their own', { timeout: 120_000 }, async () => {
  const large = { bytes: await png(9000, 6500), type: 'image/png' as const };
  const small = { bytes: await png(40, 30), type: 'image/png' as const };

  it('come out smaller, and one that is broken or has too many points is refused', async () => {
    const { draw } = drawer();
    const drawn = await draw(large);
    if (!drawn.ok) throw new Error(drawn.why);
    expect(await sharp(drawn.bytes).metadata()).toMatchObject({ width: 3000, format: 'png' });
    expect(await draw({ ...small, bytes: small.bytes.subarray(0, 50) })).toEqual({ ok: false, why: 'broken' });
    expect(await draw({ ...small, bytes: await png(9000, 7000) })).toEqual({ ok: false, why: 'too-heavy' });
  });

  it('may take a time and a memory, and a process that dies takes one picture along, no other', async () => {
    const hurried = drawer({ drawSeconds: 0.02 });
    expect(await hurried.draw(large)).toEqual({ ok: false, why: 'too-heavy' });
    const poor = drawer({ maxMegabytes: 1 });
    expect(await poor.draw(large)).toMatchObject({ ok: false });

    const { draw } = drawer();
    await draw(small);
    const killed = draw(large);
    process.kill(pids().at(-1) ?? 0, 'SIGKILL');
    expect(await killed).toEqual({ ok: false, why: 'too-heavy' });
    expect(await draw(small)).toMatchObject({ ok: true });
  });

  it('wait in a queue that has an end', async () => {
    const { draw } = drawer({ maxQueue: 2 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => draw(small)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    expect(answers.filter((answer) => !answer.ok && answer.why === 'busy')).toHaveLength(3);
    const impatient = drawer({ waitSeconds: 0.01 });
    expect(await impatient.draw(small)).toEqual({ ok: false, why: 'busy' });
  });
});
