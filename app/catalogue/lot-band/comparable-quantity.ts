import { Decimal } from '#app/money/decimal';
import { conversionFactor, isQuantityUnit } from '#app/money/units';
import { productOf } from '../products/products';

type Counted = { mineral: string; form: string; quantity: string; unit: string };

/** A quantity in the unit in which such goods are compared; in its own where the two do not measure the same (tiles by the piece and by the m²). */
export function comparableQuantity({ mineral, form, quantity, unit }: Counted): { quantity: string; unit: string } {
  const { compareBy } = productOf({ mineral, form });
  const factor = isQuantityUnit(unit) ? conversionFactor(unit, compareBy.unit) : null;
  return factor
    ? { quantity: new Decimal(quantity).times(factor).toFixed(), unit: compareBy.unit }
    : { quantity, unit };
}
