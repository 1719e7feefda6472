import { Decimal } from './decimal';

/**
 * Grams in one unit, exact by definition (international pound 1959; troy ounce 31.1034768 g; metric carat 0.2 g; st is
 * the short ton of 2,000 lb). MTU and dmtu are the metric ton unit, 1% of a tonne: 10 kg of the contained element.
 */
export const GRAMS_PER = {
  g: '1',
  kg: '1000',
  t: '1000000',
  lb: '453.59237',
  st: '907184.74',
  ozt: '31.1034768',
  ct: '0.2',
  MTU: '10000',
  dmtu: '10000',
} as const;
export type MassUnit = keyof typeof GRAMS_PER;

/** The same as decimals, read once: a valuation multiplies by them many thousand times a second. */
export const GRAMS = Object.fromEntries(
  Object.entries(GRAMS_PER).map(([unit, grams]) => [unit, new Decimal(grams)]),
) as Record<MassUnit, Decimal>;

export const COUNT_UNITS = ['piece', 'm2', 'm3'] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

export type QuantityUnit = MassUnit | CountUnit;

/**
 * Part of the whole (mass per mass) in one grade unit, as [numerator, denominator] so that nothing is rounded early. Where one factor says it exactly the
 * denominator is 1: a multiplication costs a fraction of a division.
 */
const ONE = new Decimal(1);
const FRACTION_PER = {
  '%': [new Decimal('0.01'), ONE],
  permil: [new Decimal('0.001'), ONE],
  ppm: [new Decimal('0.000001'), ONE],
  'g/t': [new Decimal('0.000001'), ONE],
  'ozt/t': [new Decimal(GRAMS_PER.ozt).times('0.000001'), ONE],
  'ozt/st': [GRAMS.ozt, GRAMS.st],
} as const;
export type GradeUnit = keyof typeof FRACTION_PER;

export const MASS_UNITS = Object.keys(GRAMS_PER) as [MassUnit, ...MassUnit[]];
export const GRADE_UNITS = Object.keys(FRACTION_PER) as [GradeUnit, ...GradeUnit[]];

export function isMassUnit(unit: string): unit is MassUnit {
  return Object.hasOwn(GRAMS_PER, unit);
}

export function isQuantityUnit(unit: string): unit is QuantityUnit {
  return isMassUnit(unit) || (COUNT_UNITS as readonly string[]).includes(unit);
}

export function toGrams(value: Decimal | string, unit: MassUnit): Decimal {
  return new Decimal(value).times(GRAMS_PER[unit]);
}

export function convertMass(value: Decimal | string, from: MassUnit, to: MassUnit): Decimal {
  return from === to ? new Decimal(value) : toGrams(value, from).div(GRAMS_PER[to]);
}

/** How many `to` one `from` holds, when both measure the same thing; null when they do not (piece and kg). */
export function conversionFactor(from: QuantityUnit, to: QuantityUnit): Decimal | null {
  if (from === to) return new Decimal(1);
  return isMassUnit(from) && isMassUnit(to) ? convertMass('1', from, to) : null;
}

/** Grade as a fraction of one: 900 permil → 0.9; 1 ozt/st → 0.0000342857…. */
export function gradeFraction(value: Decimal | string, unit: GradeUnit): Decimal {
  const [numerator, denominator] = FRACTION_PER[unit];
  const part = new Decimal(value).times(numerator);
  return denominator === ONE ? part : part.div(denominator);
}

export function convertGrade(value: Decimal | string, from: GradeUnit, to: GradeUnit): Decimal {
  if (from === to) return new Decimal(value);
  const [numerator, denominator] = FRACTION_PER[to];
  return gradeFraction(value, from).times(denominator).div(numerator);
}
