import { describe, expect, it } from 'vitest';
import { newestPublication, publicationDays } from './publication-days';

describe('publicationDays', () => {
  it('are the second working day of each month, and at last the shipped file’s own day', () => {
    const days = publicationDays();
    expect(days).toHaveLength(26);
    // May 2024 began on a Wednesday, June 2024 on a Saturday, September 2024 on a Sunday.
    expect([days[0], days[1], days[4], days.at(-1)]).toEqual(['2024-05-02', '2024-06-04', '2024-09-03', '2026-06-02']);
  });

  it('name the newest file at any instant', () => {
    expect(newestPublication(new Date('2024-05-02T04:59:59Z'))).toBeNull();
    expect(newestPublication(new Date('2024-06-04T04:59:59Z'))).toBe('2024-05-02');
    expect(newestPublication(new Date('2024-06-04T05:00:00Z'))).toBe('2024-06-04');
    expect(newestPublication(new Date('2030-01-01T00:00:00Z'))).toBe('2026-06-02');
  });
});
