import { describe, expect, it } from 'vitest';
import { addMonths, dayEnd, readDay, yearEnding } from './period';

describe('period', () => {
  it('counts months over the turn of a year, in both directions', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2025-12', 1)).toBe('2026-01');
    expect(addMonths('2026-06', -24)).toBe('2024-06');
  });

  it('ends with the running month and compares with the twelve before', () => {
    const { months, before } = yearEnding('2026-06-02');
    expect([months[0], months.at(-1), months.length]).toEqual(['2025-07', '2026-06', 12]);
    expect([before[0], before.at(-1), before.length]).toEqual(['2024-07', '2025-06', 12]);
  });

  it('ends a day with the first instant of the next', () => {
    expect(dayEnd('2026-02-28').toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'today', '2026-06-02T00:00'])('refuses %j as a day', (text) => {
    expect(readDay(text)).toBeNull();
  });

  it('reads a day', () => {
    expect(readDay('2024-02-29')).toBe('2024-02-29');
  });
});
