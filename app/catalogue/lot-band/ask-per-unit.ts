import { asCurrency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { toDecimal } from '#app/money/money';
import { conversionFactor, isQuantityUnit, type QuantityUnit } from '#app/money/units';
import { containedGrams, type Grade } from '../products/contained-mass';
import { productOf } from '../products/products';

export type Asked = {
  mineral: string;
  form: string;
  quantity: string;
  unit: string;
  grades: readonly Grade[];
  askMinor: bigint;
  currency: string;
};

/**
 * An ask in the unit in which lots of its kind are compared. `element` is set where only the contained metal
 * is counted.
 */
export type AskPerUnit = { price: string; unit: QuantityUnit; element: string | null };

/**
 * ask ÷ contained grams of the element for precious metals, ask ÷ quantity for the rest, in major units with
 * at most six decimals, half-even: a figure to compare by, never one to pay.
 */
export function askPerUnit(lot: Asked): AskPerUnit {
  const { compareBy } = productOf(lot);
  const ask = toDecimal({ minor: lot.askMinor, currency: asCurrency(lot.currency) });
  const grade = lot.grades[0];
  if (compareBy.fine && grade) {
    const grams = containedGrams(lot.quantity, lot.unit, grade);
    if (grams && !grams.isZero()) return { price: short(ask.div(grams)), unit: 'g', element: grade.element };
  }
  if (!isQuantityUnit(lot.unit)) throw new RangeError(`Unknown unit ${lot.unit}`);
  const factor = conversionFactor(lot.unit, compareBy.unit);
  // Tiles by the piece and by the square metre do not compare: then the lot's own unit speaks.
  const [unit, units] = factor
    ? [compareBy.unit, new Decimal(lot.quantity).times(factor)]
    : [lot.unit, new Decimal(lot.quantity)];
  return { price: short(ask.div(units)), unit, element: null };
}

function short(value: Decimal): string {
  return value.toDecimalPlaces(6).toFixed();
}
