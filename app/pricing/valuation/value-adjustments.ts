import { Decimal } from '#app/money/decimal';
import { gradeFraction } from '#app/money/units';
import { ok, type Result } from '#app/platform/result';
import { contentText, conversionText } from './grade-text';
import { inOwnCurrency, inUnit, type Basis, type Part, type ValuationRefusal } from './valuation-parts';
import { moneyValue, shown, SOURCE_FORMULA, SOURCE_INPUT, stepValue, type ValuationStep } from './valuation-steps';
import type { ValuationInput } from './input/valuation.schema';

type Charge = ValuationInput['charges'][number];
type Premium = ValuationInput['premiums'][number];
type Penalty = ValuationInput['penalties'][number];

/** A treatment, assay or transport charge: per dry mass, or once per lot. Takes away. */
export function valueCharge(charge: Charge, basis: Basis): Result<Part, ValuationRefusal> {
  const own = inOwnCurrency(charge, basis, charge.label);
  if (!own.ok) return own;
  const counted = charge.per === 'lot' ? null : inUnit(basis.dry, basis.unit, charge.per);
  const amount = (counted ? own.value.value.times(counted) : own.value.value).negated();
  const step = (): ValuationStep => ({
    kind: 'charge',
    subject: charge.label,
    label: charge.label,
    expression:
      charge.per === 'lot'
        ? `−${shown(own.value.value)} ${basis.currency} per lot`
        : `−${shown(basis.dry)} ${basis.unit}${conversionText(basis.unit, charge.per)} × ${shown(own.value.value)} ${basis.currency}/${charge.per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_INPUT,
  });
  return ok({ amount, steps: () => [...own.value.steps(), step()], references: [], rates: own.value.rates });
}

/**
 * A penalty element: what lies above `free` pays the rate of the band it lies in, band by band, per unit of the
 * grade's own unit and per dry mass. `free` and `upTo` are grades, not distances. Takes away.
 */
export function valuePenalty(penalty: Penalty, basis: Basis): Result<Part, ValuationRefusal> {
  const grade = new Decimal(penalty.grade.value);
  const slices: { from: Decimal; to: Decimal; rate: string }[] = [];
  let from = new Decimal(penalty.free);
  for (const band of penalty.bands) {
    const to = band.upTo === null ? grade : Decimal.min(grade, band.upTo);
    if (to.greaterThan(from)) {
      slices.push({ from, to, rate: band.ratePerUnit });
      from = to;
    }
  }
  const rate = slices.reduce((sum, slice) => sum.plus(slice.to.minus(slice.from).times(slice.rate)), new Decimal(0));
  const rateStep = (): ValuationStep => ({
    kind: 'penalty-rate',
    subject: penalty.label,
    label: `Penalty rate of ${penalty.label}`,
    expression:
      slices.map(({ from: over, to, rate: each }) => `(${shown(to)} − ${shown(over)}) × ${each}`).join(' + ') ||
      `${penalty.grade.value} ≤ ${penalty.free}`,
    value: stepValue(rate),
    unit: `${penalty.currency}/${penalty.per}`,
    source: SOURCE_INPUT,
  });
  const { currency, per } = penalty;
  const own = inOwnCurrency({ value: rate, currency, per }, basis, penalty.label);
  if (!own.ok) return own;
  const counted = inUnit(basis.dry, basis.unit, per);
  const amount = counted.times(own.value.value).negated();
  const step = (): ValuationStep => ({
    kind: 'penalty',
    subject: penalty.label,
    label: `Penalty of ${penalty.label}`,
    expression: `−${shown(basis.dry)} ${basis.unit}${conversionText(basis.unit, penalty.per)} × ${shown(own.value.value)} ${basis.currency}/${penalty.per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_FORMULA,
  });
  const steps = () => [rateStep(), ...own.value.steps(), step()];
  return ok({ amount, steps, references: [], rates: own.value.rates });
}

/** A premium: per mass of contained (not payable) fine element when `of` is given, else per dry mass, or once per lot. */
export function valuePremium(
  premium: Premium,
  payables: ValuationInput['payables'],
  basis: Basis,
): Result<Part, ValuationRefusal> {
  const own = inOwnCurrency(premium, basis, premium.label);
  if (!own.ok) return own;
  const step = (amount: Decimal, expression: string): ValuationStep => ({
    kind: 'premium',
    subject: premium.label,
    label: premium.label,
    expression,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_INPUT,
  });
  const rate = own.value.value;
  if (premium.per === 'lot') {
    const steps = () => [...own.value.steps(), step(rate, `${shown(rate)} ${basis.currency} per lot`)];
    return ok({ amount: rate, steps, references: [], rates: own.value.rates });
  }

  const { per } = premium;
  const paid = payables.find((payable) => payable.element === premium.of);
  const grade = paid?.grade ?? null;
  // Of an element that is not assayed nothing is known to be there: the working says so, and nothing is paid on it.
  const absent = premium.of !== null && !paid;
  const fraction = grade ? gradeFraction(grade.value, grade.unit) : new Decimal(absent ? 0 : 1);
  const counted = inUnit(basis.dry.times(fraction), basis.unit, per);
  const amount = counted.times(rate);
  const containedStep = (): ValuationStep => ({
    kind: 'contained-mass',
    subject: premium.of ?? '',
    label: `Contained ${premium.of ?? ''}`,
    expression: `${shown(basis.dry)} ${basis.unit}${grade ? contentText({ value: new Decimal(grade.value), unit: grade.unit }, basis.unit, per) : ' × 0'}`,
    value: stepValue(counted),
    unit: per,
    source: SOURCE_FORMULA,
  });
  const isPart = grade !== null || absent;
  const massText = () =>
    isPart ? `${shown(counted)} ${per}` : `${shown(basis.dry)} ${basis.unit}${conversionText(basis.unit, per)}`;
  const steps = () => [
    ...own.value.steps(),
    ...(isPart ? [containedStep()] : []),
    step(amount, `${massText()} × ${shown(rate)} ${basis.currency}/${per}`),
  ];
  return ok({ amount, steps, references: [], rates: own.value.rates });
}
