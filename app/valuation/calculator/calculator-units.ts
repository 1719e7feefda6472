import { Decimal } from '#app/money/decimal';
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

export function localGrams(value: string, unit: LocalMassUnit): string {
  return new Decimal(value).times(GRAMS_PER_LOCAL[unit]).toFixed();
}

/** How many grams one unit is, as written in a working. */
export function gramsIn(unit: LocalMassUnit): string {
  return GRAMS_PER_LOCAL[unit];
}

export function isLocalMass(unit: string): unit is LocalMassUnit {
  return Object.hasOwn(GRAMS_PER_LOCAL, unit);
}

/** How many of `to` one `from` holds. */
export function localFactor(from: LocalMassUnit | MassUnit, to: LocalMassUnit | MassUnit): Decimal {
  const grams = { ...GRAMS_PER, ...GRAMS_PER_LOCAL };
  return new Decimal(grams[from]).div(grams[to]);
}
