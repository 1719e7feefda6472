import { z } from 'zod';
import { isoDate, knownAtInstant } from '#app/money/calendar-day.schema';
import { COUNT_UNITS, isMassUnit } from '#app/money/units';
import { decimalText } from '#app/money/decimal-text.schema';
import { chargeTerm, currencyCode, leftOut, payableTerm, penaltyTerm, premiumTerm } from './valuation-terms.schema';

const QUANTITY_UNITS = ['g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', ...COUNT_UNITS] as const;

/** Moisture or franchise of the whole would leave nothing to value. */
const partLost = leftOut(decimalText({ max: '99.999999' }), '0');

export const quantitySchema = z.strictObject({
  value: decimalText({ positive: true }),
  unit: z.enum(QUANTITY_UNITS),
  moisturePct: partLost,
  franchisePct: partLost,
});

const list = <Item extends z.ZodType>(item: Item) => leftOut(z.array(item).max(50), []);

/**
 * The input of a valuation, in the shape of the API. Unknown members are refused, so that a misspelt "deducton" is
 * never a silent zero; all numbers are decimal strings.
 */
export const valuationSchema = z
  .strictObject({
    asOf: isoDate,
    knownAt: knownAtInstant,
    currency: currencyCode,
    quantity: quantitySchema,
    payables: z.array(payableTerm).min(1).max(20),
    charges: list(chargeTerm),
    penalties: list(penaltyTerm),
    premiums: list(premiumTerm),
  })
  .superRefine((input, ctx) => {
    for (const { path, code, message } of misfits(input))
      ctx.addIssue({ code: 'custom', path, params: { code }, message });
  });

type Shape = {
  quantity: { unit: string };
  payables: {
    element: string;
    grade: unknown;
    deduction: unknown;
    minimumDeduction: unknown;
    price: { series: string } | { per: string };
    refining: { per: string } | null;
  }[];
  charges: { per: string }[];
  penalties: unknown[];
  premiums: { per: string; of: string | null }[];
};
type Misfit = { path: (string | number)[]; code: string; message: string };

/** What each member allows by itself but the whole does not: units that do not measure the same thing, names twice. */
function misfits(input: Shape): Misfit[] {
  const found: Misfit[] = [];
  const { unit } = input.quantity;
  const fits = (other: string): boolean => other === unit || (isMassUnit(unit) && isMassUnit(other));
  const wrongUnit = `Does not measure what the quantity measures (${unit})`;
  const elements = new Set<string>();

  input.payables.forEach((payable, index) => {
    const path = ['payables', index];
    if (elements.has(payable.element)) {
      found.push({ path: [...path, 'element'], code: 'duplicate', message: 'This element is already listed' });
    }
    elements.add(payable.element);
    const counted = payable.element === 'unit' || !isMassUnit(unit);
    if (counted && payable.grade !== null) {
      found.push({ path: [...path, 'grade'], code: 'not_allowed', message: 'What is sold by the unit has no grade' });
    }
    for (const term of ['deduction', 'minimumDeduction'] as const) {
      if (payable.grade !== null || payable[term] === null) continue;
      found.push({
        path: [...path, term],
        code: 'not_allowed',
        message: 'Without a grade there is nothing to deduct from',
      });
    }
    if (!counted && payable.grade === null) {
      found.push({ path: [...path, 'grade'], code: 'required', message: 'Required' });
    }
    if ('per' in payable.price && !fits(payable.price.per)) {
      found.push({ path: [...path, 'price', 'per'], code: 'unit_mismatch', message: wrongUnit });
    }
    if (payable.refining && !fits(payable.refining.per)) {
      found.push({ path: [...path, 'refining', 'per'], code: 'unit_mismatch', message: wrongUnit });
    }
  });
  for (const kind of ['charges', 'premiums'] as const) {
    input[kind].forEach((item, index) => {
      if (item.per !== 'lot' && !fits(item.per)) {
        found.push({ path: [kind, index, 'per'], code: 'unit_mismatch', message: wrongUnit });
      }
    });
  }
  input.premiums.forEach((premium, index) => {
    if (premium.of !== null && premium.per === 'lot') {
      const message = 'A premium per lot does not count an element: leave "of" out, or give a mass unit';
      found.push({ path: ['premiums', index, 'of'], code: 'not_allowed', message });
    }
  });
  if (input.penalties.length > 0 && !isMassUnit(unit)) {
    found.push({ path: ['penalties'], code: 'not_allowed', message: 'Penalties count by mass' });
  }
  return found;
}

export type ValuationRequest = z.input<typeof valuationSchema>;
export type ValuationInput = z.output<typeof valuationSchema>;
export type QuantityInput = z.output<typeof quantitySchema>;
