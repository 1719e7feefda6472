import { Decimal } from '#app/money/decimal';
import { gradeFraction, type GradeUnit, type QuantityUnit } from '#app/money/units';
import type { ReferencePrice } from './known-prices';
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
import type { ValuationInput } from './input/valuation.schema';

export type Payable = ValuationInput['payables'][number];
export type Price = { value: string; currency: Basis['currency']; per: QuantityUnit };

/** The grade that is paid for, in the grade's own unit, and what was taken off in that unit. */
export type PaidGrade = {
  value: Decimal;
  unit: GradeUnit;
  deduction: Decimal | null;
  minimum: Decimal | null;
};
/** How much is paid for, in the price's unit, and how that unit came about. */
export type PaidQuantity = { value: Decimal; per: QuantityUnit; conversion: string; grade: PaidGrade | null };

/** The lines of one payable metal, written from the decimals that made its amount. */

export function gradeStep(
  { element, payablePct }: Payable,
  grade: { value: string; unit: GradeUnit },
  { value, unit, deduction, minimum }: PaidGrade,
): ValuationStep {
  const start = gradeText(new Decimal(grade.value), unit);
  const base = deduction ? `max(0, ${start} − ${gradeText(deduction, unit)})` : start;
  const withPct = payablePct === '100' ? base : `${base} × ${payablePct}%`;
  return {
    kind: 'payable-grade',
    subject: element,
    label: `Payable grade of ${element}`,
    expression: minimum ? `max(0, min(${withPct}, ${base} − ${gradeText(minimum, unit)}))` : withPct,
    value: stepValue(value),
    unit,
    source: value.equals(grade.value) ? SOURCE_INPUT : SOURCE_FORMULA,
  };
}

/** Nothing to show where all of the quantity is paid for in its own unit. */
export function massStep({ element, payablePct }: Payable, basis: Basis, paid: PaidQuantity): ValuationStep[] {
  if (!paid.grade && payablePct === '100' && basis.unit === paid.per) return [];
  const part = paid.grade ? factorText(paid.grade.value, paid.grade.unit) : `${payablePct}%`;
  return [
    {
      kind: 'payable-mass',
      subject: element,
      label: `Payable ${element}`,
      expression: `${shown(basis.dry)} ${basis.unit} × ${part}${paid.conversion}`,
      value: stepValue(paid.value),
      unit: paid.per,
      source: SOURCE_FORMULA,
    },
  ];
}

export function priceStep(element: string, price: Price, reference: ReferencePrice | undefined): ValuationStep {
  const given = new Decimal(price.value);
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
  price: Decimal,
  unit: string,
  { value, refining, conversion = '' }: { value: Decimal; refining?: Decimal; conversion?: string },
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
  { amount, paid, net }: { amount: Decimal; paid: PaidQuantity; net: Decimal },
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

/** A grade as a factor of the mass: `90%`, `900‰`, but 34 g/t as 0.000034, which multiplies without a second thought. */
function factorText(value: Decimal, unit: GradeUnit): string {
  return unit === '%' || unit === 'permil' ? gradeText(value, unit) : shown(gradeFraction(value, unit));
}

function gradeText(value: Decimal, unit: GradeUnit): string {
  if (unit === '%') return `${shown(value)}%`;
  return unit === 'permil' ? `${shown(value)}‰` : `${shown(value)} ${unit}`;
}
