import { describe, expect, it } from 'vitest';
import { availabilityOf } from './availability';

describe('what is left of a lot, as anybody may read it', () => {
  it.each([
    ['1000', 'all'],
    ['999.999999', 'more-than-half'],
    ['500', 'more-than-half'],
    ['499.999999', 'less-than-half'],
    ['100', 'less-than-half'],
    ['99.999999', 'little'],
    ['0.000001', 'little'],
    ['0', 'none'],
  ])('%s of 1000 is %s', (availableQuantity, step) => {
    expect(availabilityOf({ quantity: '1000', availableQuantity })).toBe(step);
  });
});
