import { expect, it } from 'vitest';
import { isDay } from './day';

it.each([
  ['2026-06-02', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['02/06/2026', false],
  ['', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
