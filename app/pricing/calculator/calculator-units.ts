import { asFactor, Decimal } from '#app/money/decimal';
import { GRAMS_PER, type MassUnit } from '#app/money/units';

/**
 * What gold is weighed in where it is dug and sold, in grams: the pennyweight is a twentieth of a troy ounce and the grain a 24th of that; the tola is 180
 * grains.
 */
const GRAMS_PER_LOCAL = {
  g: '1',
  kg: GRAMS_PER.kg,
  ozt: GRAMS_PER.ozt,
  tola: '11.6638038',
  dwt: '1.55517384',
  grain: '0.06479891',
} as const;
export type LocalMassUnit = keyof typeof GRAMS_PER_LOCAL;

export const LOCAL_MASS_UNITS = Object.keys(GRAMS_PER_LOCAL) as [LocalMassUnit, ...LocalMassUnit[]];

export const FINENESS_UNITS = ['karat', 'permil', '%'] as const;
export type FinenessUnit = (typeof FINENESS_UNITS)[number];

/** Of pure metal. */
export const FULL_FINENESS: Record<FinenessUnit, string> = { karat: '24', permil: '1000', '%': '100' };

export function localGrams(value: string, unit: LocalMassUnit): string {
  return new Decimal(value).times(GRAMS_PER_LOCAL[unit]).toFixed();
}

/** How many grams one unit is, as written in a working. */
export function gramsIn(unit: LocalMassUnit): string {
  return GRAMS_PER_LOCAL[unit];
}

/** As many as a purity may be typed with. */
export const PERMIL_DECIMALS = 6;

/**
 * 18 karat → 750 permil; 22 karat → 916.666667. A karat is a 24th, which mostly never ends in decimals: of permil it keeps six, rounded half-even, so
 * that a lot says its fineness in figures that anyone can type again, and the calculator and the lot have one band. That is never off by more than half
 * a millionth of a permil: 50 µg in 100 kg, less than a cent of gold, and as often for the buyer as for the seller.
 */
export function finenessPermil(value: string, unit: FinenessUnit): string {
  const permil = new Decimal(value).times(1000).div(FULL_FINENESS[unit]);
  return unit === 'karat'
    ? permil.toDecimalPlaces(PERMIL_DECIMALS, Decimal.ROUND_HALF_EVEN).toFixed()
    : asFactor(permil);
}

/** 916.666667 permil → 22 karat: what was typed with up to six decimals comes back as it was typed. */
export function permilKarat(permil: string): string {
  return new Decimal(permil).times(FULL_FINENESS.karat).div(1000).toDecimalPlaces(PERMIL_DECIMALS).toFixed();
}

export function isLocalMass(unit: string): unit is LocalMassUnit {
  return Object.hasOwn(GRAMS_PER_LOCAL, unit);
}

/** How many of `to` one `from` holds. */
export function localFactor(from: LocalMassUnit | MassUnit, to: LocalMassUnit | MassUnit): Decimal {
  const grams = { ...GRAMS_PER, ...GRAMS_PER_LOCAL };
  return new Decimal(grams[from]).div(grams[to]);
}
