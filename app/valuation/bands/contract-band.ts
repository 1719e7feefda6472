import { convertGrade, isMassUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import type { BandLevel, ContractMethod, ContractTerms } from '../methods/method';
import type { ValuationInput } from '../formula/valuation.schema';
import type { BandFacts, BandRefusal } from './band-facts';
import type { Frame } from './contained-metal-band';

/** The valuation of one level: contract terms on what the lot's assay names. What was not assayed is neither paid nor charged for. */
export function contractInput(
  method: ContractMethod,
  level: BandLevel,
  facts: BandFacts,
  frame: Frame,
): Result<ValuationInput, BandRefusal> {
  const { element } = method;
  if (!facts.grades.some((grade) => grade.element === element))
    return refuse('grade-missing', 'pricing:refusal.gradeMissing', { params: { element }, path: 'grades' });
  if (!isMassUnit(facts.quantity.unit))
    return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });

  const terms = method.terms[level];
  const { quantity } = facts;
  // A lot's own franchise was agreed for it; the method's is what is usual.
  const franchisePct = quantity.franchisePct === '0' ? terms.franchisePct : quantity.franchisePct;
  return ok({
    ...frame,
    quantity: { ...quantity, franchisePct },
    payables: payablesOf(terms, facts),
    charges: [...terms.charges],
    penalties: penaltiesOf(terms, facts),
    premiums: [],
  });
}

function payablesOf(terms: ContractTerms, facts: BandFacts): ValuationInput['payables'] {
  return terms.payables.flatMap(({ series, ...payable }) => {
    const grade = facts.grades.find((one) => one.element === payable.element);
    if (!grade) return [];
    return [{ ...payable, grade: { value: grade.value, unit: grade.unit }, premiumPct: '0', price: { series } }];
  });
}

/** A penalty counts in the unit of its terms, whatever unit the laboratory wrote. */
function penaltiesOf(terms: ContractTerms, facts: BandFacts): ValuationInput['penalties'] {
  return terms.penalties.flatMap(({ element, unit, bands, ...penalty }) => {
    const grade = facts.grades.find((one) => one.element === element);
    if (!grade) return [];
    const measured = { value: convertGrade(grade.value, grade.unit, unit).toFactor(), unit };
    return [{ ...penalty, label: element, grade: measured, bands: [...bands] }];
  });
}

/** The same contents at the whole price, with nothing taken off: what the metals are worth elsewhere. */
export function wholeContent(method: ContractMethod): ContractMethod {
  const whole = (terms: ContractTerms): ContractTerms => ({
    franchisePct: '0',
    payables: terms.payables.map((payable) => ({
      ...payable,
      payablePct: '100',
      deduction: null,
      minimumDeduction: null,
      discountPct: '0',
      refining: null,
    })),
    charges: [],
    penalties: [],
  });
  const { floor, fair, ceiling } = method.terms;
  return { ...method, terms: { floor: whole(floor), fair: whole(fair), ceiling: whole(ceiling) } };
}
