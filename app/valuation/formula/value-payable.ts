import { Exact } from '#app/money/exact';
import { convertGrade, gradeFraction, isMassUnit, type QuantityUnit } from '#app/money/units';
import { ok, refuse, type Result } from '#app/platform/result';
import { conversionText } from './grade-text';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import {
  deductionSteps,
  gradeStep,
  massStep,
  netPriceStep,
  priceStep,
  valueStep,
  type PaidGrade,
  type PaidQuantity,
  type Payable,
  type Price,
} from './payable-steps';
import { inOwnCurrency, inUnit, NO_STEPS, type Basis, type Part, type ValuationRefusal } from './valuation-parts';

type Grade = NonNullable<Payable['grade']>;

/** payable quantity × net price; net price = price × (1 − discount + premium) − refining. */
export function valuePayable(payable: Payable, basis: Basis): Result<Part, ValuationRefusal> {
  const priced = priceOf(payable, basis);
  if (!priced.ok) return priced;
  const { price, reference } = priced.value;
  // Typed prices were checked with the input; what a series counts by is only known now.
  if (price.per !== basis.unit && !(isMassUnit(price.per) && isMassUnit(basis.unit)))
    return refuse('unit-mismatch', 'pricing:refusal.unitMismatch', { path: 'quantity.unit' });
  const paid = quantityPaid(payable, basis, price.per);
  const own = inOwnCurrency(price, basis, payable.element);
  if (!own.ok) return own;
  const net = netPrice(payable, own.value.value, price.per, basis);
  if (!net.ok) return net;

  const amount = paid.value.times(net.value.value);
  return ok({
    amount,
    steps() {
      return [
        ...(payable.grade && paid.grade
          ? [...deductionSteps(payable, paid.grade), gradeStep(payable, payable.grade, paid.grade)]
          : []),
        ...massStep(payable, basis, paid),
        priceStep(payable.element, price, reference),
        ...own.value.steps(),
        ...net.value.steps(),
        valueStep(payable.element, basis.currency, { amount, paid, net: net.value.value }),
      ];
    },
    references: reference ? [reference] : [],
    rates: net.value.rates.length > 0 ? [...own.value.rates, ...net.value.rates] : own.value.rates,
  });
}

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

const HUNDRED = Exact.of('100');

/** Without a grade (pieces, m², rough by the carat) all of it is paid for. */
function quantityPaid(payable: Payable, basis: Basis, per: QuantityUnit): PaidQuantity {
  const grade = payable.grade ? payableGrade(payable, payable.grade) : null;
  const part = grade ? gradeFraction(grade.value, grade.unit) : Exact.of(payable.payablePct).hundredth();
  return { value: inUnit(basis.dry.times(part), basis.unit, per), per, grade };
}

/**
 * payable grade = max(0, grade − deduction) × payablePct; with a minimum deduction never more than
 * (grade − deduction) − minimum deduction, and never below zero. Reckoned in the grade's own unit.
 */
function payableGrade(payable: Payable, grade: Grade): PaidGrade {
  const { unit } = grade;
  const deduction = payable.deduction && convertGrade(payable.deduction.value, payable.deduction.unit, unit);
  const minimum =
    payable.minimumDeduction && convertGrade(payable.minimumDeduction.value, payable.minimumDeduction.unit, unit);
  const whole = Exact.of(grade.value);
  const deducted = deduction ? Exact.max(Exact.ZERO, whole.minus(deduction)) : whole;
  const byPct = payable.payablePct === '100' ? deducted : deducted.times(Exact.of(payable.payablePct)).hundredth();
  const value = minimum ? Exact.max(Exact.ZERO, Exact.min(byPct, deducted.minus(minimum))) : byPct;
  return { value, unit, deduction, minimum };
}

function netPrice(
  payable: Payable,
  price: Exact,
  per: QuantityUnit,
  basis: Basis,
): Result<Pick<Part, 'steps' | 'rates'> & { value: Exact }, ValuationRefusal> {
  const { discountPct, premiumPct, refining, element } = payable;
  const asIs = discountPct === '0' && premiumPct === '0';
  if (asIs && !refining) return ok({ value: price, steps: NO_STEPS, rates: [] });

  const afterShare = asIs ? price : price.times(shareOfPrice(discountPct, premiumPct));
  const unit = `${basis.currency}/${per}`;
  if (!refining) {
    return ok({
      value: afterShare,
      steps() {
        return [netPriceStep(payable, price, unit, { value: afterShare })];
      },
      rates: [],
    });
  }
  const own = inOwnCurrency(refining, basis, `${element} refining`);
  if (!own.ok) return own;
  // A price per pound becomes a price per tonne by the number of pounds in a tonne.
  const perOwn = inUnit(own.value.value, per, refining.per);
  const value = afterShare.minus(perOwn);
  return ok({
    value,
    steps() {
      return [
        ...own.value.steps(),
        netPriceStep(payable, price, unit, {
          value,
          refining: own.value.value,
          conversion: conversionText(per, refining.per),
        }),
      ];
    },
    rates: own.value.rates,
  });
}

/** 1 − discount + premium. */
function shareOfPrice(discountPct: string, premiumPct: string): Exact {
  return HUNDRED.minus(Exact.of(discountPct)).plus(Exact.of(premiumPct)).hundredth();
}
