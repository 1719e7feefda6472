import { expect, it } from 'vitest';
import { stampOf } from './stamp';

it.each([
  ['916.666667', 'permil', '916.6'],
  ['999.99', 'permil', '999.9'],
  ['900', 'permil', '900'],
  ['90', '%', undefined],
])('a bar of %s %s is stamped %s', (value, unit, stamp) => {
  expect(stampOf({ value, unit })).toBe(stamp);
});
