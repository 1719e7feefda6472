import { describe, expect, it } from 'vitest';
import { formatDate } from './format';

describe('formatDate', () => {
  it('writes the first of a month in French as an ordinal, and no other day', () => {
    expect(formatDate('2013-08-01', 'fr')).toBe('1er août 2013');
    expect(formatDate(new Date('2013-08-01T09:30:00Z'), 'fr', 'time')).toMatch(/^1er août 2013/u);
    expect(formatDate('2013-08-11', 'fr')).toBe('11 août 2013');
    expect(formatDate('2013-08', 'fr', 'month')).toBe('août 2013');
    expect(formatDate('2013-08-01', 'en')).toBe('1 August 2013');
    expect(formatDate('2013-08-01', 'es')).toBe('1 de agosto de 2013');
  });
});
