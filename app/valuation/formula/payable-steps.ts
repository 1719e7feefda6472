import { Exact } from '#app/money/exact';
import type { GradeUnit, QuantityUnit } from '#app/money/units';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import { contentText, conversionText, gradeConversionText, gradeText } from './grade-text';
import type { Basis } from './valuation-parts';
import {
  moneyValue,
  referenceSource,
  shown,
  SOURCE_FORMULA,
  SOURCE_INPUT,
  stepValue,
  type ValuationStep,
} from './valuation-steps';
import type { ValuationInput } from './valuation.schema';

export type Payable = ValuationInput['payables'][number];
export type Price = { value: string; currency: Basis['currency']; per: QuantityUnit };

/** The grade that is paid for, in the grade's own unit, and what was taken off in that unit. */
export type PaidGrade = {
  value: Exact;
  unit: GradeUnit;
  deduction: Exact | null;
  minimum: Exact | null;
};
/** How much is paid for, in the price's unit. */
export type PaidQuantity = { value: Exact; per: QuantityUnit; grade: PaidGrade | null };

/** The lines of one payable metal, written from the numbers that made its amount. */

export function gradeStep(
  { element, payablePct }: Payable,
  grade: { value: string; unit: GradeUnit },
  { value, unit, deduction, minimum }: PaidGrade,
): ValuationStep {
  const start = gradeText(Exact.of(grade.value), unit);
  const base = deduction ? `max(0, ${start} − ${gradeText(deduction, unit)})` : start;
  const withPct = payablePct === '100' ? base : `${base} × ${payablePct}%`;
  return {
    kind: 'payable-grade',
    subject: element,
    label: `Payable grade of ${element}`,
    expression: minimum ? `max(0, min(${withPct}, ${base} − ${gradeText(minimum, unit)}))` : withPct,
    value: stepValue(value),
    unit,
    source: value.equals(Exact.of(grade.value)) ? SOURCE_INPUT : SOURCE_FORMULA,
  };
}

/** Deductions that are given in another unit than the grade. */
export function deductionSteps({ element, deduction, minimumDeduction }: Payable, paid: PaidGrade): ValuationStep[] {
  const given = [
    { of: deduction, value: paid.deduction, label: 'Deduction' },
    { of: minimumDeduction, value: paid.minimum, label: 'Minimum deduction' },
  ];
  return given.flatMap(({ of, value, label }) =>
    of && value && of.unit !== paid.unit
      ? [
          {
            kind: 'converted-grade' as const,
            subject: element,
            label: `${label} of ${element}`,
            expression: gradeConversionText({ value: Exact.of(of.value), unit: of.unit }, paid.unit),
            value: stepValue(value),
            unit: paid.unit,
            source: SOURCE_FORMULA,
          },
        ]
      : [],
  );
}

/** Nothing to show where all of the quantity is paid for in its own unit. */
export function massStep({ element, payablePct }: Payable, basis: Basis, paid: PaidQuantity): ValuationStep[] {
  if (!paid.grade && payablePct === '100' && basis.unit === paid.per) return [];
  const content = paid.grade
    ? contentText(paid.grade, basis.unit, paid.per)
    : ` × ${payablePct}%${conversionText(basis.unit, paid.per)}`;
  return [
    {
      kind: 'payable-mass',
      subject: element,
      label: `Payable ${element}`,
      expression: `${shown(basis.dry)} ${basis.unit}${content}`,
      value: stepValue(paid.value),
      unit: paid.per,
      source: SOURCE_FORMULA,
    },
  ];
}

export function priceStep(element: string, price: Price, reference: ReferencePrice | undefined): ValuationStep {
  const given = Exact.of(price.value);
  const unit = `${price.currency}/${price.per}`;
  return {
    kind: 'price',
    subject: element,
    label: `Price of ${element}`,
    expression: `${shown(given)} ${unit}`,
    value: stepValue(given),
    unit,
    ...(reference ? { source: referenceSource(reference), reference } : { source: SOURCE_INPUT }),
  };
}

export function netPriceStep(
  { element, discountPct, premiumPct }: Payable,
  price: Exact,
  unit: string,
  { value, refining, conversion = '' }: { value: Exact; refining?: Exact; conversion?: string },
): ValuationStep {
  const less = discountPct === '0' ? '' : ` − ${discountPct}%`;
  const more = premiumPct === '0' ? '' : ` + ${premiumPct}%`;
  const head = less || more ? `${shown(price)} × (1${less}${more})` : shown(price);
  return {
    kind: 'net-price',
    subject: element,
    label: `Net price of ${element}`,
    expression: refining ? `${head} − ${shown(refining)}${conversion}` : head,
    value: stepValue(value),
    unit,
    source: SOURCE_FORMULA,
  };
}

export function valueStep(
  element: string,
  currency: string,
  { amount, paid, net }: { amount: Exact; paid: PaidQuantity; net: Exact },
): ValuationStep {
  return {
    kind: 'payable-value',
    subject: element,
    label: `Value of ${element}`,
    expression: `${shown(paid.value)} ${paid.per} × ${shown(net)} ${currency}/${paid.per}`,
    value: moneyValue(amount),
    unit: currency,
    source: SOURCE_FORMULA,
  };
}
