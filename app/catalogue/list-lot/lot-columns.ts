import type { Decimal } from '#app/money/decimal';
import { gradePpm, massGrams } from '../products/contained-mass';
import type { CheckedLot } from '../vocabulary/lot-input';

/**
 * Without I, L, O and U: read out over a poor line, nothing is taken for something else (Crockford's base
 * 32).
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Checked terms as columns of the lot's row. Derived ones (mass, grade) keep six decimals, as their columns
 * do.
 */
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

/**
 * `L-7K3M-9QXT` from the 40 random bits at the end of the lot's id: short, unguessable order, no counter to
 * wait for.
 */
export function lotNumber(lotId: string): string {
  const bits = BigInt(`0x${lotId.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) text += ALPHABET[Number((bits >> shift) & 31n)] ?? '';
  return `L-${text.slice(0, 4)}-${text.slice(4)}`;
}
