import { Decimal } from '#app/money/decimal';
import { gradeFraction, isMassUnit, toGrams, type GradeUnit } from '#app/money/units';

export type Grade = { element: string; value: string; unit: GradeUnit };

const PPM = new Decimal(1_000_000);

/** Mass of a quantity in grams. Null for pieces, m² and m³. */
export function massGrams(quantity: string, unit: string): Decimal | null {
  return isMassUnit(unit) ? toGrams(quantity, unit) : null;
}

/**
 * Grams of the element in a quantity by its declared grade (mass × grade, moisture not yet taken off). Null
 * where the quantity is no mass or the lot has no grade.
 */
export function containedGrams(quantity: string, unit: string, grade: Grade | undefined): Decimal | null {
  const grams = massGrams(quantity, unit);
  return grams && grade ? grams.times(gradeFraction(grade.value, grade.unit).toDecimal()) : null;
}

/** Grade as parts per million, so that permil, percent and g/t sort and filter together. */
export function gradePpm(grade: Grade): Decimal {
  return gradeFraction(grade.value, grade.unit).toDecimal().times(PPM);
}
