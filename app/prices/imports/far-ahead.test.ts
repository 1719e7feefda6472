import { describe, expect, it } from 'vitest';
import type { FileReading } from '../sources/reading';
import { refusedIfFarAhead } from './far-ahead';

const reading = (publishedOn: string): FileReading => ({
  sha256: '0'.repeat(64),
  publishedOn,
  read: 7,
  vintage: { ok: true, value: { publishedOn, figures: [] } },
});
const clock = new Date('2026-06-02T08:00:00Z');

describe('a file dated far ahead', () => {
  it.each([
    ['2027-06-04', true],
    ['2027-06-05', false],
    ['2062-06-02', false],
  ])('of %s is taken by a clock at 2 June 2026: %s', (day, isTaken) => {
    const { vintage, read } = refusedIfFarAhead(reading(day), clock);
    expect([vintage.ok, read]).toEqual([isTaken, 7]);
    if (!vintage.ok) expect(vintage).toMatchObject({ code: 'date-ahead', params: { date: day, today: '2026-06-02' } });
  });

  it('is measured by the real day where the clock of a demo stands back behind it', () => {
    const real = new Date('2029-01-15T08:00:00Z');
    expect(refusedIfFarAhead(reading('2029-01-03'), clock, real).vintage.ok).toBe(true);
    expect(refusedIfFarAhead(reading('2030-01-18'), clock, real).vintage).toMatchObject({
      params: { today: '2029-01-15' },
    });
    expect(refusedIfFarAhead(reading('2027-06-03'), clock, new Date('2020-01-01T00:00:00Z')).vintage.ok).toBe(true);
  });
});
