import { describe, expect, it } from 'vitest';
import { orderValue } from './order-value';

const sale = {
  priceMinor: 10_000n,
  netMinor: 9_000n,
  referenceMinor: 12_500n,
  baselineMinor: 7_500n,
  verdict: 'below-floor',
  hours: 36,
};

describe('orderValue', () => {
  it('is the formula over one order', () => {
    expect(orderValue('retained-share', sale)).toBe('90');
    expect(orderValue('realisation', sale)).toBe('80');
    expect(orderValue('uplift', sale)).toBe('20');
    expect(orderValue('days-to-money', sale)).toBe('1.5');
    expect(orderValue('under-floor', sale)).toBe('100');
    expect(orderValue('under-floor', { ...sale, verdict: 'fair' })).toBe('0');
  });

  it('is nothing where the order lacks what it is measured by, and never women’s money of one order', () => {
    const bare = { ...sale, referenceMinor: null, baselineMinor: null, verdict: null };
    expect(orderValue('realisation', bare)).toBeNull();
    expect(orderValue('uplift', bare)).toBeNull();
    expect(orderValue('under-floor', bare)).toBeNull();
    expect(orderValue('womens-share', sale)).toBeNull();
  });
});
