import { containedGrams, type Grade } from '#app/catalogue/products/contained-mass';
import { productOf } from '#app/catalogue/products/products';
import { Decimal } from '#app/money/decimal';
import { conversionFactor, isMassUnit, isQuantityUnit } from '#app/money/units';
import { isLocalMass, localFactor, LOCAL_MASS_UNITS } from '#app/valuation/calculator/calculator-units';

/** What an offer can be made for, as far as the count of it goes. */
export type OfferedGoods = {
  mineral: string;
  form: string;
  quantity: string;
  unit: string;
  grades: readonly Grade[];
  facts?: Record<string, string>;
};

export const WHOLE = 'lot';
/** A gram of the contained metal. */
export const FINE = 'fine';

/**
 * All of it, or each of a unit that such goods are weighed in. Precious metals also in the units of the
 * places where they are dug.
 */
export function offerUnits(goods: OfferedGoods): readonly [string, ...string[]] {
  const { compareBy, units } = productOf(goods);
  const precious = compareBy.fine && isMassUnit(goods.unit);
  const measured = precious ? LOCAL_MASS_UNITS : [goods.unit, compareBy.unit, ...units];
  const known = [...new Set(measured)].filter((unit) => factorTo(goods.unit, unit) !== null);
  return [WHOLE, ...(precious && goods.grades[0] ? [FINE] : []), ...known];
}

/** How many of the unit the goods are. Null where they cannot be counted in it. */
export function unitsIn(goods: OfferedGoods, unit: string): Decimal | null {
  if (unit === WHOLE) return new Decimal(1);
  if (unit === FINE) return containedGrams(goods.quantity, goods.unit, goods.grades[0]);
  return factorTo(goods.unit, unit)?.times(goods.quantity) ?? null;
}

function factorTo(from: string, to: string): Decimal | null {
  if (from === to) return new Decimal(1);
  if (isMassUnit(from) && isLocalMass(to)) return localFactor(from, to);
  return isQuantityUnit(from) && isQuantityUnit(to) ? conversionFactor(from, to) : null;
}
