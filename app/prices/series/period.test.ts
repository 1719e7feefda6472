import { dayOf } from '#app/money/calendar-day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, lastEndedPeriod, periodEnd } from './period';

describe('months', () => {
  it.each([
    ['2026-05', '2026-05-31'],
    ['2024-02', '2024-02-29'],
    ['1900-02', '1900-02-28'],
    ['0099-12', '0099-12-31'],
    ['0001-01', '0001-01-31'],
  ])('%s ends on %s', (period, end) => {
    expect(dayOf(periodEnd(period))).toBe(end);
  });

  it('are counted in their own century', () => {
    expect(lastEndedPeriod('0099-06-15')).toBe('0099-05');
    expect(lastEndedPeriod('0099-06-30')).toBe('0099-06');
    expect(lastEndedPeriod('0099-01-01')).toBe('0098-12');
    expect(addMonths('0100-01', -1)).toBe('0099-12');
    expect(addMonths('0099-12', 1)).toBe('0100-01');
    expect(addMonths('2026-05', -12)).toBe('2025-05');
  });

  it('come back by as many as they went', () => {
    const year = fc.integer({ min: 100, max: 9800 });
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1100, max: 1100 }), (y, m, months) => {
        const period = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
        expect(addMonths(addMonths(period, months), -months)).toBe(period);
      }),
    );
  });
});
