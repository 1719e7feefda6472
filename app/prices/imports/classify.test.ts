import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifySeries, isRounding } from './classify';
import { type Figure } from '../sources/reading';
import { countFigures, statusOf } from './import-summary';

const figure = (period: string, value: string): Figure => ({ series: 'wb.gold', period, value });
const past = new Map([
  ['2026-03', '100'],
  ['2026-04', '100.4'],
]);
const newer = { olderVintage: false, quarantinePct: '40', setAside: new Set<string>() };

function kinds(figures: Figure[], options = newer, inForce = past) {
  return classifySeries(figures, inForce, options).map(
    ({ kind, inForce: counts }) => `${kind}${counts ? '' : ' (kept aside)'}`,
  );
}

describe('isRounding', () => {
  it.each([
    ['2180.4', '2180', true],
    ['2180', '2180.4', true],
    ['4587.21', '4587', true],
    ['2180.5', '2180', true],
    ['2180.55', '2180', false],
    ['2180.5', '2181', true],
    ['2180.51', '2180', false],
    ['2180.6', '2180', false],
    ['2180.4', '2180.5', false],
    ['2180', '2181', false],
    ['1.25', '1.3', true],
    ['1.25', '1.4', false],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(isRounding(before, after)).toBe(expected);
  });

  it('looks the same from both sides and never sees one in an equal number of decimals', () => {
    const value = fc
      .tuple(fc.integer({ min: 1, max: 10 ** 7 }), fc.integer({ min: 0, max: 3 }))
      .map(([n, p]) => `${n}.${'4'.repeat(p)}`.replace(/\.$/, ''));
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(isRounding(a, b)).toBe(isRounding(b, a));
        expect(isRounding(a, a)).toBe(false);
      }),
    );
  });
});

describe('classifySeries', () => {
  it('takes the first file of a series as a whole, whatever its moves', () => {
    expect(kinds([figure('2026-05', '900'), figure('2026-04', '1')], newer, new Map())).toEqual(['new', 'new']);
  });

  it('measures news by the newest value as the same file leaves it', () => {
    const news = (may: string, june: string) =>
      kinds([figure('2026-05', may), figure('2026-06', june)], newer, new Map([['2026-05', '140']]));
    expect(news('88', '140')).toEqual(['revised', 'quarantined (kept aside)']);
    expect(news('88', '90')).toEqual(['revised', 'new']);
    expect(news('250', '255')).toEqual(['revised', 'new']);
    expect(news('140', '250')).toEqual(['unchanged', 'quarantined (kept aside)']);
  });

  it('tells roundings, revisions and material revisions apart', () => {
    expect(kinds([figure('2026-04', '100')])).toEqual(['rounding (kept aside)']);
    expect(kinds([figure('2026-03', '100.4')])).toEqual(['rounding']);
    const [small, large] = classifySeries([figure('2026-03', '100.51'), figure('2026-04', '101')], past, newer);
    expect(small).toMatchObject({ kind: 'revised', inForce: true, material: true, previous: '100' });
    expect(large).toMatchObject({ kind: 'revised', inForce: true, material: true, previous: '100.4' });
    expect(classifySeries([figure('2026-04', '100.9')], past, newer)[0]).toMatchObject({
      kind: 'revised',
      material: false,
    });
  });

  it('counts over half a percent as material, not half a percent', () => {
    const at = new Map([['2026-03', '200']]);
    expect(classifySeries([figure('2026-03', '201')], at, newer)[0]?.material).toBe(false);
    expect(classifySeries([figure('2026-03', '202')], at, newer)[0]?.material).toBe(true);
  });

  it('keeps a jump of more than 40% in a newer month aside, and measures the next month from the last accepted one', () => {
    expect(kinds([figure('2026-05', '140.56')])).toEqual(['new']);
    expect(kinds([figure('2026-05', '140.57')])).toEqual(['quarantined (kept aside)']);
    expect(kinds([figure('2026-05', '60.2')])).toEqual(['quarantined (kept aside)']);
    expect(kinds([figure('2026-05', '200'), figure('2026-06', '201'), figure('2026-07', '110')])).toEqual([
      'quarantined (kept aside)',
      'quarantined (kept aside)',
      'new',
    ]);
  });

  it('holds back a jump that was set aside before, whatever has come into force since', () => {
    const aside = { ...newer, setAside: new Set(['2026-05']) };
    const inForce = new Map([
      ['2026-04', '100'],
      ['2026-06', '130'],
    ]);
    const may = (value: string, april = '100') =>
      kinds([figure('2026-05', value), figure('2026-04', april), figure('2026-06', '130')], aside, inForce);
    expect(may('145')).toEqual(['unchanged', 'quarantined (kept aside)', 'unchanged']);
    expect(may('139')).toEqual(['unchanged', 'new', 'unchanged']);
    expect(may('139', '99')).toEqual(['revised', 'quarantined (kept aside)', 'unchanged']);
    expect(kinds([figure('2026-05', '145')], { ...aside, olderVintage: true }, inForce)).toEqual([
      'quarantined (kept aside)',
    ]);
    expect(kinds([figure('2026-05', '145')], newer, inForce)).toEqual(['new']);
  });

  it('does not hold back jumps in the past: gaps and revisions', () => {
    expect(kinds([figure('2026-02', '900'), figure('2026-03', '900')])).toEqual(['new', 'revised']);
  });

  it('lets an older vintage fill gaps and change nothing', () => {
    const older = { ...newer, olderVintage: true };
    const figures = [figure('2026-02', '90'), figure('2026-03', '101'), figure('2026-04', '100.4')];
    expect(kinds(figures, older)).toEqual(['new', 'superseded (kept aside)', 'unchanged']);
  });

  it('counts every figure exactly once', () => {
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 });
    const value = fc
      .integer({ min: 1, max: 5000 })
      .map((n) => (n % 10 ? `${Math.floor(n / 10)}.${n % 10}` : `${n / 10}`))
      .filter((v) => v !== '0');
    fc.assert(
      fc.property(
        months,
        fc.array(value, { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        (list, values, olderVintage) => {
          const figures = list.map((month, i) => figure(`2026-${String(month).padStart(2, '0')}`, values[i] ?? '1'));
          const counts = countFigures(classifySeries(figures, past, { ...newer, olderVintage }));
          const { read, rounding, revised, unchanged, rejected, quarantined } = counts;
          expect(read).toBe(figures.length);
          expect(counts.new + rounding + revised + unchanged + rejected + quarantined).toBe(read);
          expect(counts.material).toBeLessThanOrEqual(revised);
          if (olderVintage) expect(rounding + revised).toBe(0);
        },
      ),
    );
  });
});

describe('statusOf', () => {
  it('says what happened to the file', () => {
    const counts = countFigures(classifySeries([figure('2026-03', '100')], past, newer));
    expect(statusOf(counts)).toBe('unchanged');
    expect(statusOf({ ...counts, rounding: 1 })).toBe('accepted');
    expect(statusOf({ ...counts, quarantined: 1, new: 9 })).toBe('waiting');
  });
});
