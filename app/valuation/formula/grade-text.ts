import type { Exact } from '#app/money/exact';
import { GRAMS_PER, isMassUnit, type GradeUnit, type MassUnit, type QuantityUnit } from '#app/money/units';
import { shown } from './valuation-steps';

/** How a working writes grades and changes of unit: with every factor, so that a line can be redone from nothing but what it says. */

type Ratio = { mass: MassUnit; of: MassUnit };

/** Grades that are one mass per another. */
const RATIO: Partial<Record<GradeUnit, Ratio>> = {
  'g/t': { mass: 'g', of: 't' },
  'ozt/t': { mass: 'ozt', of: 't' },
  'ozt/st': { mass: 'ozt', of: 'st' },
};
const PPM = '1000000';

/** ` × 1000000 g/t ÷ 31.1034768 g/ozt`; nothing where the unit stays. */
export function conversionText(from: QuantityUnit, to: QuantityUnit): string {
  if (from === to || !isMassUnit(from) || !isMassUnit(to)) return '';
  return ` × ${GRAMS_PER[from]} g/${from} ÷ ${GRAMS_PER[to]} g/${to}`;
}

/** `34 g/t`, `90%`, `900‰`. */
export function gradeText(value: Exact, unit: GradeUnit): string {
  if (unit === '%') return `${shown(value)}%`;
  return unit === 'permil' ? `${shown(value)}‰` : `${shown(value)} ${unit}`;
}

/** What of a mass in `unit` is the graded element, in `per`: ` × 90% × 1000000 g/t ÷ 31.1034768 g/ozt`; tonnes at 34 g/t are ` × 34 g/t`. */
export function contentText(grade: { value: Exact; unit: GradeUnit }, unit: QuantityUnit, per: QuantityUnit): string {
  const text = gradeText(grade.value, grade.unit);
  const ratio = RATIO[grade.unit];
  if (ratio) return `${conversionText(unit, ratio.of)} × ${text}${conversionText(ratio.mass, per)}`;
  const parts = grade.unit === 'ppm' ? ` ÷ ${PPM} ppm` : '';
  return ` × ${text}${parts}${conversionText(unit, per)}`;
}

/** A grade in another unit: `30 g/t ÷ 1000000 g/t × 907184.74 g/st ÷ 31.1034768 g/ozt`. */
export function gradeConversionText(grade: { value: Exact; unit: GradeUnit }, to: GradeUnit): string {
  return `${asFraction(grade)}${fromFraction(to)}`;
}

function asFraction({ value, unit }: { value: Exact; unit: GradeUnit }): string {
  const text = gradeText(value, unit);
  const ratio = RATIO[unit];
  if (ratio) return `${text}${inGrams(ratio.mass, '×')} ÷ ${GRAMS_PER[ratio.of]} g/${ratio.of}`;
  return unit === 'ppm' ? `${text} ÷ ${PPM} ppm` : text;
}

function fromFraction(unit: GradeUnit): string {
  const ratio = RATIO[unit];
  if (ratio) return ` × ${GRAMS_PER[ratio.of]} g/${ratio.of}${inGrams(ratio.mass, '÷')}`;
  // Percent and permil are parts of one already: 30 g/t ÷ 1000000 g/t is 0.003%.
  return unit === 'ppm' ? ` × ${PPM} ppm` : '';
}

function inGrams(unit: MassUnit, sign: '×' | '÷'): string {
  return unit === 'g' ? '' : ` ${sign} ${GRAMS_PER[unit]} g/${unit}`;
}
