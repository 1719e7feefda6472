import type { Decimal } from '#app/money/decimal';
import { gradePpm, massGrams } from '../products/contained-mass';
import type { CheckedLot } from '../vocabulary/lot-input';

/** Checked terms as columns of the lot's row. Derived ones (mass, grade) keep six decimals, as their columns do. */
export function lotColumns(terms: CheckedLot) {
  const { product, grades } = terms;
  return {
    mineral: product.mineral,
    form: product.form,
    stage: product.stage,
    hsCode: product.hsCode,
    quantity: terms.quantity,
    availableQuantity: terms.quantity,
    unit: terms.unit,
    grades,
    facts: terms.facts,
    massGrams: text(massGrams(terms.quantity, terms.unit)),
    gradePpm: grades[0] ? text(gradePpm(grades[0])) : null,
    askMinor: terms.askMinor,
    currency: terms.currency,
    incoterm: terms.incoterm,
    incotermPlace: terms.incotermPlace,
    description: terms.description,
    originDistrict: terms.originDistrict,
    leadTimeDays: terms.leadTimeDays,
    divisible: terms.divisible,
    womenLed: terms.womenLed,
    certificates: terms.certificates,
  };
}

function text(value: Decimal | null): string | null {
  return value ? value.toDecimalPlaces(6).toFixed() : null;
}
