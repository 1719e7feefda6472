import type { Db } from './db/connect.server';
import type { Clock } from './deps';

const KEY = 'clock-shift-ms';

/**
 * Domain time. A demo's clock is moved once, when it is seeded, to the day its price snapshot was published, and runs on from there:
 * it never goes backwards over orders that were placed since (docs/decisions).
 */
export function createClock(shiftMs: number): Clock {
  return { now: () => new Date(Date.now() + shiftMs) };
}

export async function readClockShift(db: Db): Promise<number> {
  const row = await db.installation.findUnique({ where: { key: KEY } });
  return typeof row?.value === 'number' ? row.value : 0;
}

export async function keepClockShift(db: Db, shiftMs: number): Promise<void> {
  await db.installation.upsert({
    where: { key: KEY },
    create: { key: KEY, value: shiftMs },
    update: { value: shiftMs },
  });
}
