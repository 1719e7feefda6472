import { Decimal } from '#app/money/decimal';
import { gradeFraction, isMassUnit, toGrams, type GradeUnit } from '#app/money/units';

const HUNDRED = new Decimal(100);

/**
 * Contained fine mass in grams of the lot's first element: dry mass × grade (dry mass = mass × (1 −
 * moisture)). Null where the quantity is no mass or no grade was declared. Six decimals, as the column keeps
 * it.
 */
export function fineGrams({
  quantity,
  unit,
  grades,
  moisturePct = '0',
}: {
  quantity: string;
  unit: string;
  grades: readonly { value: string; unit: GradeUnit }[];
  moisturePct?: string;
}): string | null {
  const [main] = grades;
  if (!main || !isMassUnit(unit)) return null;
  const dry = toGrams(quantity, unit).times(HUNDRED.minus(moisturePct)).div(HUNDRED);
  return dry.times(gradeFraction(main.value, main.unit).toDecimal()).toFixed(6);
}
