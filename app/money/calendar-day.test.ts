import { expect, it } from 'vitest';
import { dayAfter, isDay } from './calendar-day';

it.each([
  ['2026-06-02', true],
  ['1900-01-01', true],
  ['9999-12-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-6-2', false],
  ['02/06/2026', false],
  ['', false],
  ['0000-01-01', false],
  ['0001-01-01', false],
  ['1899-12-31', false],
  ['10000-01-01', false],
  ['+02026-06-02', false],
  ['2026-06-02\n', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

it('counts on over the ends of months and years', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
});
