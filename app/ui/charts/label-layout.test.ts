import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorLabel, spreadLabels, textWidth } from './label-layout';

const WIDTH = 240;
const wishes = fc
  .array(fc.record({ at: fc.integer({ min: 0, max: 10_000 }), width: fc.integer({ min: 10, max: 110 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.sort((a, b) => a.at - b.at));

describe('spreadLabels', () => {
  it('leaves labels where they wish when there is room', () => {
    const placed = spreadLabels(
      [
        { at: 2000, width: 40 },
        { at: 5000, width: 40 },
        { at: 8000, width: 40 },
      ],
      WIDTH,
    );
    expect(placed).toEqual([2000, 5000, 8000]);
  });

  it('never lets two labels touch, cross or leave the row', () => {
    fc.assert(
      fc.property(wishes, (list) => {
        const placed = spreadLabels(list, WIDTH);
        fc.pre(placed !== null);
        let edge = -0.5;
        list.forEach((wish, index) => {
          const middle = ((placed[index] ?? 0) * WIDTH) / 10_000;
          expect(middle - wish.width / 2).toBeGreaterThanOrEqual(edge - 0.5);
          edge = middle + wish.width / 2 + 9;
        });
        expect(edge - 9).toBeLessThanOrEqual(WIDTH + 0.5);
      }),
    );
  });

  it('says so when the labels are wider than the row', () => {
    const long = { at: 5000, width: 126 };
    expect(spreadLabels([long, long, long], WIDTH)).toBeNull();
  });
});

describe('anchorLabel', () => {
  it('stands flush with the end that it would leave', () => {
    expect(anchorLabel({ at: 300, width: 100 }, WIDTH)).toEqual({ at: 0, anchor: 'start' });
    expect(anchorLabel({ at: 9700, width: 100 }, WIDTH)).toEqual({ at: 10_000, anchor: 'end' });
    expect(anchorLabel({ at: 5000, width: 100 }, WIDTH)).toEqual({ at: 5000, anchor: 'middle' });
  });
});

describe('textWidth', () => {
  it('grows with the text and the type', () => {
    expect(textWidth('118,023', 14)).toBeLessThan(textWidth('TZS 118,023', 14));
    expect(textWidth('118,023', 14)).toBeLessThan(textWidth('118,023', 16));
  });
});
