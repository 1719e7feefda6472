import { describe, expect, it } from 'vitest';
import { FEEDS } from '../sources/registry';
import { workingDaysBetween } from '../sources/working-days';
import { nextHour } from './timetable';

describe('the timetable', () => {
  it.each([
    // A Tuesday afternoon, a Friday night, and the day after the last of the first ten.
    ['ecb', '2026-06-02T15:39:59Z', '2026-06-02T15:40:00.000Z'],
    ['ecb', '2026-06-02T15:40:00Z', '2026-06-02T17:40:00.000Z'],
    ['ecb', '2026-06-05T18:00:00Z', '2026-06-08T06:40:00.000Z'],
    ['pink-sheet', '2026-06-10T19:00:00Z', '2026-07-01T06:20:00.000Z'],
    ['daily-json', '2026-12-31T06:00:00Z', '2027-01-01T05:10:00.000Z'],
  ] as const)('%s after %s is %s', (feed, now, next) => {
    expect(nextHour(feed, new Date(now)).toISOString()).toBe(next);
  });

  it('is always ahead', () => {
    for (const feed of FEEDS) {
      for (let hour = 0; hour < 24 * 60; hour += 1) {
        const now = new Date(Date.UTC(2026, 1, 1, hour));
        expect(nextHour(feed, now).getTime()).toBeGreaterThan(now.getTime());
      }
    }
  });

  it('counts the working days that may be missing', () => {
    const between = (from: string, to: string) => workingDaysBetween(new Date(from), new Date(to));
    expect(between('2026-05-29', '2026-06-01')).toBe(1);
    expect(between('2026-05-29', '2026-05-31')).toBe(0);
    expect(between('2026-05-28', '2026-06-02')).toBe(3);
  });
});
