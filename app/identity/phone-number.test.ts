import { describe, expect, it } from 'vitest';
import { readPhoneNumber } from './phone-number';

describe('a phone', () => {
  it.each([
    ['+255712345678', '+255712345678'],
    ['+255 712 345-678', '+255712345678'],
    ['00255 (712) 345.678', '+255712345678'],
    ['\uff0b255712345678', '+255712345678'],
    ['+258 84 123 4567', '+258841234567'],
    ['+57 310 123 4567', '+573101234567'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(readPhoneNumber(typed)).toBe(kept);
  });

  it.each(
    [
      ['', '712345678', '0712345678', '+', '+255', '+25571', '+2557123456789012', '+999712345678'],
      ['call +255712345678', '+255712345678 ext 5', '+25571234567A', '+1-800-FLOWERS', '++255712345678'],
    ].flat(),
  )('%j is none', (typed) => {
    expect(readPhoneNumber(typed)).toBeNull();
  });
});
