import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPositions } from './band-geometry';

const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('bandPositions', () => {
  it('keeps the order of the points and holds the middle of the bar inside the range', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.option(amount), (a, b, c, marker) => {
        const [low, mid, high] = [a, b, c].sort((x, y) => (x < y ? -1 : 1)) as [bigint, bigint, bigint];
        const at = bandPositions({ low, mid, high, marker });
        expect(at.low).toBeGreaterThan(0);
        expect(at.low).toBeLessThanOrEqual(5000);
        expect(at.high).toBeGreaterThanOrEqual(5000);
        expect(at.high).toBeLessThan(10_000);
        expect(at.mid).toBeGreaterThanOrEqual(at.low);
        expect(at.mid).toBeLessThanOrEqual(at.high);
        if (at.marker !== null) {
          expect(at.marker).toBeGreaterThanOrEqual(300);
          expect(at.marker).toBeLessThanOrEqual(9700);
        }
      }),
    );
  });

  it('draws a marker on the side of each point where it belongs', () => {
    fc.assert(
      fc.property(amount, (marker) => {
        const at = bandPositions({ low: 4n * 10n ** 14n, mid: 5n * 10n ** 14n, high: 6n * 10n ** 14n, marker });
        const place = at.marker ?? 0;
        if (marker < 4n * 10n ** 14n) expect(place).toBeLessThanOrEqual(at.low);
        if (marker > 6n * 10n ** 14n) expect(place).toBeGreaterThanOrEqual(at.high);
      }),
    );
  });

  it('stands on the middle point when the marker is the middle point', () => {
    const at = bandPositions({ low: 11_622_302n, mid: 11_802_302n, high: 12_774_000n, marker: 11_802_302n });
    expect(at.marker).toBe(at.mid);
    expect(at.beyond).toBeNull();
  });

  it('says when a marker is too far off to be drawn in its place', () => {
    const points = { low: 100n, mid: 110n, high: 120n };
    expect(bandPositions({ ...points, marker: 0n }).beyond).toBe('low');
    expect(bandPositions({ ...points, marker: 9000n }).beyond).toBe('high');
    expect(bandPositions({ ...points, marker: 96n }).beyond).toBeNull();
  });

  it('draws a range of no length', () => {
    const at = bandPositions({ low: 5n, mid: 5n, high: 5n, marker: 5n });
    expect(at.low).toBeLessThanOrEqual(at.high);
  });

  it('takes shares of the width as they are', () => {
    expect(bandPositions({ low: 0.2, mid: 0.5, high: 0.8, marker: 0.5 })).toEqual({
      low: 2000,
      mid: 5000,
      high: 8000,
      marker: 5000,
      beyond: null,
    });
  });

  it('refuses amounts and shares in one bar', () => {
    expect(() => bandPositions({ low: 1n, mid: 0.5, high: 3n })).toThrow(TypeError);
  });
});
