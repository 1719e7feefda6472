import { Exact } from '#app/money/exact';
import { gradeFraction, type QuantityUnit } from '#app/money/units';
import { ok, type Result } from '#app/platform/result';
import { contentText, conversionText } from './grade-text';
import { inOwnCurrency, inUnit, type Basis, type Part, type ValuationRefusal } from './valuation-parts';
import { moneyValue, shown, SOURCE_FORMULA, SOURCE_INPUT, stepValue, type ValuationStep } from './valuation-steps';
import type { ValuationInput } from './valuation.schema';

type Charge = ValuationInput['charges'][number];
type Premium = ValuationInput['premiums'][number];
type Penalty = ValuationInput['penalties'][number];

/** What is added or taken away: how much, at which rate in the valuation's currency. */
type Figures = { rate: Exact; amount: Exact };

/** A treatment, assay or transport charge: per dry mass, or once per lot. Takes away. */
export function valueCharge(charge: Charge, basis: Basis): Result<Part, ValuationRefusal> {
  const own = inOwnCurrency(charge, basis, charge.label);
  if (!own.ok) return own;
  const { value: rate, steps, rates } = own.value;
  const counted = charge.per === 'lot' ? rate : rate.times(inUnit(basis.dry, basis.unit, charge.per));
  const amount = counted.negated();
  return ok({
    amount,
    steps() {
      return [...steps(), chargeStep(charge, basis, { rate, amount })];
    },
    references: [],
    rates,
  });
}

function chargeStep({ label, per }: Charge, basis: Basis, { rate, amount }: Figures): ValuationStep {
  return {
    kind: 'charge',
    subject: label,
    label,
    expression:
      per === 'lot'
        ? `−${shown(rate)} ${basis.currency} per lot`
        : `−${massText(basis, per)} × ${shown(rate)} ${basis.currency}/${per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_INPUT,
  };
}

/** `10 t × 1000000 g/t ÷ 453.59237 g/lb` */
function massText({ dry, unit }: Basis, per: QuantityUnit): string {
  return `${shown(dry)} ${unit}${conversionText(unit, per)}`;
}

/** A part of a penalty's grade, from over one grade up to another. */
type Slice = { over: Exact; upTo: Exact; rate: string };

/**
 * A penalty element: what lies above `free` pays the rate of the band it lies in, band by band, per unit of the
 * grade's own unit and per dry mass. `free` and `upTo` are grades, not distances. Takes away.
 */
export function valuePenalty(penalty: Penalty, basis: Basis): Result<Part, ValuationRefusal> {
  const { currency, per, label } = penalty;
  const slices = slicesOf(penalty);
  const perMass = slices.reduce(
    (sum, { over, upTo, rate }) => sum.plus(upTo.minus(over).times(Exact.of(rate))),
    Exact.ZERO,
  );
  const own = inOwnCurrency({ value: perMass, currency, per }, basis, label);
  if (!own.ok) return own;
  const { value: rate, steps, rates } = own.value;
  const amount = inUnit(basis.dry, basis.unit, per).times(rate).negated();
  return ok({
    amount,
    steps() {
      return [penaltyRateStep(penalty, slices, perMass), ...steps(), penaltyStep(penalty, basis, { rate, amount })];
    },
    references: [],
    rates,
  });
}

function slicesOf({ grade, free, bands }: Penalty): Slice[] {
  const whole = Exact.of(grade.value);
  const slices: Slice[] = [];
  let over = Exact.of(free);
  for (const { upTo: end, ratePerUnit } of bands) {
    const upTo = end === null ? whole : Exact.min(whole, Exact.of(end));
    if (!upTo.isAbove(over)) continue;
    slices.push({ over, upTo, rate: ratePerUnit });
    over = upTo;
  }
  return slices;
}

function penaltyRateStep(penalty: Penalty, slices: readonly Slice[], perMass: Exact): ValuationStep {
  return {
    kind: 'penalty-rate',
    subject: penalty.label,
    label: `Penalty rate of ${penalty.label}`,
    expression:
      slices.map(({ over, upTo, rate }) => `(${shown(upTo)} − ${shown(over)}) × ${rate}`).join(' + ') ||
      `${penalty.grade.value} ≤ ${penalty.free}`,
    value: stepValue(perMass),
    unit: `${penalty.currency}/${penalty.per}`,
    source: SOURCE_INPUT,
  };
}

function penaltyStep({ label, per }: Penalty, basis: Basis, { rate, amount }: Figures): ValuationStep {
  return {
    kind: 'penalty',
    subject: label,
    label: `Penalty of ${label}`,
    expression: `−${massText(basis, per)} × ${shown(rate)} ${basis.currency}/${per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_FORMULA,
  };
}

/** A premium: per mass of contained (not payable) fine element when `of` is given, else per dry mass, or once per lot. */
export function valuePremium(
  premium: Premium,
  payables: ValuationInput['payables'],
  basis: Basis,
): Result<Part, ValuationRefusal> {
  const own = inOwnCurrency(premium, basis, premium.label);
  if (!own.ok) return own;
  const { value: rate, steps, rates } = own.value;
  const { per, of } = premium;
  if (per === 'lot') {
    return ok({
      amount: rate,
      steps() {
        return [...steps(), premiumStep(premium, basis, { rate, amount: rate, counted: null })];
      },
      references: [],
      rates,
    });
  }

  const paid = of === null ? undefined : payables.find((payable) => payable.element === of);
  const grade = paid?.grade ?? null;
  // Of an element that is not assayed nothing is known to be there: the working says so, and nothing is paid on it.
  const absent = of !== null && !paid;
  const content = grade ? basis.dry.times(gradeFraction(grade.value, grade.unit)) : absent ? Exact.ZERO : basis.dry;
  const mass = inUnit(content, basis.unit, per);
  const amount = mass.times(rate);
  const isPart = grade !== null || absent;
  return ok({
    amount,
    steps() {
      return [
        ...steps(),
        ...(isPart ? [containedStep(premium, grade, { basis, mass, per })] : []),
        premiumStep(premium, basis, { rate, amount, counted: isPart ? mass : null }),
      ];
    },
    references: [],
    rates,
  });
}

function containedStep(
  { of }: Premium,
  grade: ValuationInput['payables'][number]['grade'],
  { basis, mass, per }: { basis: Basis; mass: Exact; per: QuantityUnit },
): ValuationStep {
  const content = grade ? contentText({ value: Exact.of(grade.value), unit: grade.unit }, basis.unit, per) : ' × 0';
  return {
    kind: 'contained-mass',
    subject: of ?? '',
    label: `Contained ${of ?? ''}`,
    expression: `${shown(basis.dry)} ${basis.unit}${content}`,
    value: stepValue(mass),
    unit: per,
    source: SOURCE_FORMULA,
  };
}

/** `counted`: the contained mass it is paid on; null for all of the dry mass. */
function premiumStep(
  { label, per }: Premium,
  basis: Basis,
  { rate, amount, counted }: Figures & { counted: Exact | null },
): ValuationStep {
  return {
    kind: 'premium',
    subject: label,
    label,
    expression:
      per === 'lot'
        ? `${shown(rate)} ${basis.currency} per lot`
        : `${counted ? `${shown(counted)} ${per}` : massText(basis, per)} × ${shown(rate)} ${basis.currency}/${per}`,
    value: moneyValue(amount),
    unit: basis.currency,
    source: SOURCE_INPUT,
  };
}
