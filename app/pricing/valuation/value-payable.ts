import { Decimal } from '#app/money/decimal';
import { convertGrade, gradeFraction, type GradeUnit, type QuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import type { ReferencePrice } from './known-prices';
import { inOwnCurrency, inUnit, type Basis, type Part, type ValuationRefusal } from './valuation-parts';
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

type Payable = ValuationInput['payables'][number];
type Grade = NonNullable<Payable['grade']>;

/** payable quantity × net price; net price = price × (1 − discount + premium) − refining. */
export function valuePayable(payable: Payable, basis: Basis): Result<Part, ValuationRefusal> {
  const priced = priceOf(payable, basis);
  if (!priced.ok) return priced;
  const { price, reference } = priced.value;
  const subject = payable.element;

  const payableQuantity = quantityPaid(payable, basis, price.per);
  const own = inOwnCurrency(price, basis, subject);
  if (!own.ok) return own;
  const net = netPrice(payable, own.value.value, price.per, basis);
  if (!net.ok) return net;

  const amount = payableQuantity.value.times(net.value.value);
  const given = new Decimal(price.value);
  const priceStep: ValuationStep = {
    kind: 'price',
    subject,
    label: `Price of ${subject}`,
    expression: `${shown(given)} ${price.currency}/${price.per}`,
    value: stepValue(given),
    unit: `${price.currency}/${price.per}`,
    source: reference ? referenceSource(reference) : SOURCE_INPUT,
  };
  const valueStep: ValuationStep = {
    kind: 'payable-value',
    subject,
    label: `Value of ${subject}`,
    expression: `${shown(payableQuantity.value)} ${price.per} × ${shown(net.value.value)} ${basis.currency}/${price.per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_FORMULA,
  };
  return ok({
    amount,
    steps: [...payableQuantity.steps, priceStep, ...own.value.steps, ...net.value.steps, valueStep],
    references: reference ? [reference] : [],
    rates: [...own.value.rates, ...net.value.rates],
  });
}

type Price = { value: string; currency: Basis['currency']; per: QuantityUnit };

function priceOf(
  payable: Payable,
  basis: Basis,
): Result<{ price: Price; reference?: ReferencePrice }, ValuationRefusal> {
  if (!('series' in payable.price)) return ok({ price: payable.price });
  const reference = basis.known.prices.get(payable.price.series);
  if (!reference) {
    return refuse('price-missing', 'pricing:refusal.priceMissing', { params: { series: payable.price.series } });
  }
  return ok({ price: reference, reference });
}

/** How much is paid for, in the price's unit. Without a grade (pieces, m², rough by the carat) that is all of it. */
function quantityPaid(payable: Payable, basis: Basis, per: QuantityUnit): { value: Decimal; steps: ValuationStep[] } {
  const subject = payable.element;
  const grade = payable.grade ? payableGrade(payable, payable.grade) : null;
  const paidPart = grade ? grade.fraction : new Decimal(payable.payablePct).div(100);
  const converted = inUnit(basis.dry.times(paidPart), basis.unit, per);
  const partText = grade ? factorText(grade.value, grade.unit) : `${payable.payablePct}%`;
  const massStep: ValuationStep = {
    kind: 'payable-mass',
    subject,
    label: `Payable ${subject}`,
    expression: `${shown(basis.dry)} ${basis.unit} × ${partText}${converted.expression}`,
    value: stepValue(converted.value),
    unit: per,
    source: SOURCE_FORMULA,
  };
  const nothingToShow = !grade && payable.payablePct === '100' && basis.unit === per;
  return { value: converted.value, steps: [...(grade ? [grade.step] : []), ...(nothingToShow ? [] : [massStep])] };
}

/**
 * payable grade = max(0, grade − deduction) × payablePct; with a minimum deduction never more than
 * (grade − deduction) − minimum deduction, and never below zero. Reckoned in the grade's own unit.
 */
function payableGrade(
  payable: Payable,
  grade: Grade,
): { value: Decimal; unit: GradeUnit; fraction: Decimal; step: ValuationStep } {
  const { unit } = grade;
  const inOwnUnit = (other: Grade): Decimal => convertGrade(other.value, other.unit, unit);
  const zero = new Decimal(0);
  const deduction = payable.deduction ? inOwnUnit(payable.deduction) : null;
  const minimum = payable.minimumDeduction ? inOwnUnit(payable.minimumDeduction) : null;

  const deducted = Decimal.max(zero, new Decimal(grade.value).minus(deduction ?? zero));
  const byPct = deducted.times(payable.payablePct).div(100);
  const value = minimum ? Decimal.max(zero, Decimal.min(byPct, deducted.minus(minimum))) : byPct;

  const start = gradeText(new Decimal(grade.value), unit);
  const base = deduction ? `max(0, ${start} − ${gradeText(deduction, unit)})` : start;
  const withPct = payable.payablePct === '100' ? base : `${base} × ${payable.payablePct}%`;
  const expression = minimum ? `max(0, min(${withPct}, ${base} − ${gradeText(minimum, unit)}))` : withPct;
  return {
    value,
    unit,
    fraction: gradeFraction(value, unit),
    step: {
      kind: 'payable-grade',
      subject: payable.element,
      label: `Payable grade of ${payable.element}`,
      expression,
      value: stepValue(value),
      unit,
      source: value.equals(grade.value) ? SOURCE_INPUT : SOURCE_FORMULA,
    },
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

function netPrice(
  payable: Payable,
  price: Decimal,
  per: QuantityUnit,
  basis: Basis,
): Result<{ value: Decimal; steps: ValuationStep[]; rates: Part['rates'] }, ValuationRefusal> {
  const { discountPct, premiumPct, refining, element } = payable;
  if (discountPct === '0' && premiumPct === '0' && !refining) return ok({ value: price, steps: [], rates: [] });

  const share = new Decimal(100).minus(discountPct).plus(premiumPct).div(100);
  const shareText = `1${discountPct === '0' ? '' : ` − ${discountPct}%`}${premiumPct === '0' ? '' : ` + ${premiumPct}%`}`;
  const afterShare = price.times(share);
  const head = shareText === '1' ? shown(price) : `${shown(price)} × (${shareText})`;
  const unit = `${basis.currency}/${per}`;
  const netStep = (value: Decimal, tail: string): ValuationStep => ({
    kind: 'net-price',
    subject: element,
    label: `Net price of ${element}`,
    expression: `${head}${tail}`,
    value: stepValue(value),
    unit,
    source: SOURCE_FORMULA,
  });
  if (!refining) return ok({ value: afterShare, steps: [netStep(afterShare, '')], rates: [] });

  const own = inOwnCurrency(refining, basis, `${element} refining`);
  if (!own.ok) return own;
  // A price per pound becomes a price per tonne by the number of pounds in a tonne.
  const perOwn = inUnit(own.value.value, per, refining.per);
  const value = afterShare.minus(perOwn.value);
  const tail = ` − ${shown(own.value.value)}${perOwn.expression}`;
  return ok({ value, steps: [...own.value.steps, netStep(value, tail)], rates: own.value.rates });
}
