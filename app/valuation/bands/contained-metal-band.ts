import { isMassUnit, type QuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import { PREMIUM_LABEL, type BandLevel, type ContainedMetalMethod } from '../methods/method';
import type { ValuationInput } from '../formula/valuation.schema';
import type { BandFacts, BandRefusal } from './band-facts';

export type Frame = Pick<ValuationInput, 'asOf' | 'knownAt' | 'currency'>;

/** The valuation of one level: the method's terms on the lot's own grade. */
export function containedMetalInput(
  method: ContainedMetalMethod,
  level: BandLevel,
  facts: BandFacts,
  frame: Frame,
): Result<ValuationInput, BandRefusal> {
  const { element, series } = method;
  const terms = method.terms[level];
  const grade = facts.grades.find((item) => item.element === element);
  if (!grade) return refuse('grade-missing', 'pricing:refusal.gradeMissing', { params: { element }, path: 'grades' });
  if (!isMassUnit(facts.quantity.unit))
    return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });

  return ok({
    asOf: frame.asOf,
    knownAt: frame.knownAt,
    currency: frame.currency,
    quantity: facts.quantity,
    payables: [
      {
        element,
        grade: { value: grade.value, unit: grade.unit },
        deduction: null,
        minimumDeduction: null,
        payablePct: terms.payablePct,
        price: { series },
        discountPct: terms.discountPct,
        premiumPct: terms.premiumPct,
        refining: null,
      },
    ],
    charges: [],
    penalties: [],
    premiums: terms.premium ? [{ label: PREMIUM_LABEL[level], ...terms.premium, of: element }] : [],
  });
}

/** A level that is a plain unit price: bricks by cost, stones by comparable sales. */
export function unitPriceInput(
  price: { value: string; currency: ValuationInput['currency']; per: QuantityUnit },
  facts: BandFacts,
  frame: Frame,
): ValuationInput {
  return {
    ...frame,
    quantity: facts.quantity,
    charges: [],
    penalties: [],
    premiums: [],
    payables: [
      {
        element: 'unit',
        grade: null,
        deduction: null,
        minimumDeduction: null,
        payablePct: '100',
        price,
        discountPct: '0',
        premiumPct: '0',
        refining: null,
      },
    ],
  };
}
