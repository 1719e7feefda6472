import { expect } from 'vitest';
import type { Answer } from '#tests/support/visitor';

/**
 * A page that is faster alone is counted as this slow: below it, other suites on the same cores weigh more
 * than what is tested.
 */
export const LEAST_BASE_MS = 400;

/**
 * How long a page takes, in milliseconds, asked for again and again by one reader: so many times, or for so
 * long.
 */
export async function timesOf(
  read: () => Promise<Answer>,
  until: { times: number } | { forMs: number } | { while: () => boolean },
): Promise<number[]> {
  const started = performance.now();
  const times: number[] = [];
  const goesOn = () => {
    if ('times' in until) return times.length < until.times;
    if ('forMs' in until) return performance.now() - started < until.forMs;
    return until.while();
  };
  while (goesOn()) {
    const asked = performance.now();
    const { status } = await read();
    expect(status).toBe(200);
    times.push(Math.round(performance.now() - asked));
  }
  return times;
}

export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? 0;
}
