import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal';
import { finenessPermil, permilKarat } from './fineness';

describe('fineness', () => {
  it.each([
    ['18', '750'],
    ['21.6', '900'],
    ['22', '916.666667'],
    ['14', '583.333333'],
    ['9', '375'],
    ['24', '1000'],
  ])('%s karat is %s permil, and back', (karat, permil) => {
    expect(finenessPermil(karat, 'karat')).toBe(permil);
    expect(permilKarat(permil)).toBe(karat);
  });

  it('keeps karat to six decimals of permil, never further off than half of the last, and gives it back as typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24_000_000 }), (millionths) => {
        const karat = new Decimal(millionths).div(1_000_000);
        const permil = finenessPermil(karat.toFixed(), 'karat');
        expect(new Decimal(permil).minus(karat.times(1000).div(24)).abs().lte('0.0000005')).toBe(true);
        expect(permilKarat(permil)).toBe(karat.toFixed());
      }),
    );
  });

  it('leaves percent and permil as they are', () => {
    expect(finenessPermil('91.6666667', '%')).toBe('916.666667');
    expect(finenessPermil('999.9', 'permil')).toBe('999.9');
  });
});
