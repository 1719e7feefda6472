import { Decimal } from './decimal';
import { Exact } from './exact';

/**
 * Grams in one unit, exact by definition (international pound 1959; troy ounce 31.1034768 g; metric carat 0.2
 * g; st is the short ton of 2,000 lb). MTU and dmtu are the metric ton unit, 1% of a tonne: 10 kg of the
 * contained element.
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

/** The same for exact sums, read once. */
export const EXACT_GRAMS = Object.fromEntries(
  Object.entries(GRAMS_PER).map(([unit, grams]) => [unit, Exact.of(grams)]),
) as Record<MassUnit, Exact>;

export const COUNT_UNITS = ['piece', 'm2', 'm3'] as const;
export type CountUnit = (typeof COUNT_UNITS)[number];

export type QuantityUnit = MassUnit | CountUnit;

/** Part of the whole (mass per mass) in one grade unit. */
const FRACTION_PER = {
  '%': Exact.of('0.01'),
  permil: Exact.of('0.001'),
  ppm: Exact.of('0.000001'),
  'g/t': Exact.of('0.000001'),
  'ozt/t': EXACT_GRAMS.ozt.times(Exact.of('0.000001')),
  'ozt/st': EXACT_GRAMS.ozt.over(EXACT_GRAMS.st),
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

/** How many `to` one `from` holds, when both measure the same thing. Null when they do not (piece and kg). */
export function conversionFactor(from: QuantityUnit, to: QuantityUnit): Decimal | null {
  if (from === to) return new Decimal(1);
  return isMassUnit(from) && isMassUnit(to) ? convertMass('1', from, to) : null;
}

/** Grade as a part of one: 900 permil → 0.9. 1 ozt/st → 0.0000342857…. */
export function gradeFraction(value: Exact | string, unit: GradeUnit): Exact {
  return toExact(value).times(FRACTION_PER[unit]);
}

export function convertGrade(value: Exact | string, from: GradeUnit, to: GradeUnit): Exact {
  return from === to ? toExact(value) : gradeFraction(value, from).over(FRACTION_PER[to]);
}

/** Whether a grade says more than there is: over 100%, 1000‰ or 1,000,000 ppm. */
export function isAboveWhole(value: string, unit: GradeUnit): boolean {
  return gradeFraction(value, unit).isAbove(Exact.ONE);
}

function toExact(value: Exact | string): Exact {
  return typeof value === 'string' ? Exact.of(value) : value;
}
