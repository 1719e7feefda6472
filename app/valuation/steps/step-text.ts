import { isCurrency } from '#app/money/currency';
import { PREMIUM_LABEL } from '../methods/method';
import {
  SOURCE_OWN_COSTS,
  SOURCE_REFERENCE_COSTS,
  type SalesFigures,
  type StepKind,
  type ValuationStep,
} from '../formula/valuation-steps';
import { chargeText, ELEMENT_LABEL, elementText } from '../vocabulary/element-text';
import { measureText } from '#app/prices/vocabulary/unit-text';
import { expressionText, type StepWords } from './expression-text';
import { figureText, moneyText, priceFigure } from './figure-text';

const STEP: Record<StepKind, string> = {
  quantity: 'pricing:bands.step.quantity',
  'dry-mass': 'pricing:bands.step.dryMass',
  'converted-grade': 'pricing:bands.step.convertedGrade',
  'payable-grade': 'pricing:bands.step.payableGrade',
  'payable-mass': 'pricing:bands.step.payableMass',
  price: 'pricing:bands.step.price',
  'converted-price': 'pricing:bands.step.convertedPrice',
  'net-price': 'pricing:bands.step.netPrice',
  'payable-value': 'pricing:bands.step.payableValue',
  charge: 'pricing:bands.step.charge',
  'penalty-rate': 'pricing:bands.step.penaltyRate',
  penalty: 'pricing:bands.step.penalty',
  'contained-mass': 'pricing:bands.step.containedMass',
  premium: 'pricing:bands.step.premium',
  cost: 'pricing:bands.step.cost',
  'cost-per-unit': 'pricing:bands.step.costPerUnit',
  'sales-percentile': 'pricing:bands.step.salesPercentile',
  total: 'pricing:bands.step.total',
};

/** What is sold by the piece or the square metre has no metal to name. */
const STEP_OF_UNIT: Partial<Record<StepKind, string>> = {
  'net-price': 'pricing:bands.step.priceWithMargin',
  'payable-value': 'pricing:bands.step.wholeValue',
};

/** Words among the subjects; names of charges that people typed stay as they are. */
const SUBJECT: Record<string, string> = {
  inputs: 'pricing:bands.subject.inputs',
  energy: 'pricing:bands.subject.energy',
  transport: 'pricing:bands.subject.transport',
  labour: 'pricing:bands.subject.labour',
  contingency: 'pricing:bands.subject.contingency',
  unit: 'pricing:bands.subject.unit',
  p25: 'pricing:bands.subject.p25',
  p50: 'pricing:bands.subject.p50',
  p75: 'pricing:bands.subject.p75',
};

/** Earlier versions said "Fair premium" at every level. */
const PREMIUMS: ReadonlySet<string> = new Set([...Object.values(PREMIUM_LABEL), 'Fair premium']);
const REFINING = /^(\w+) refining$/;

const SOURCE: Record<string, string> = {
  [SOURCE_OWN_COSTS]: 'pricing:bands.working.fromOwnCosts',
  [SOURCE_REFERENCE_COSTS]: 'pricing:bands.working.fromReferenceCosts',
};

const WIDTH: Record<SalesFigures['width'], string> = {
  exact: 'pricing:bands.working.width.exact',
  'any-size': 'pricing:bands.working.width.anySize',
  'any-country': 'pricing:bands.working.width.anyCountry',
};

const FROM_LOT: ReadonlySet<StepKind> = new Set(['quantity', 'payable-grade']);

export type StepText = {
  label: string;
  /** Null where it would only say the value again. */
  expression: string | null;
  value: string;
  /** Null where the sum itself says where the figure is from. */
  source: string | null;
};

/** One line of a valuation in the reader's language and figures. */
export function stepText(step: ValuationStep, words: StepWords): StepText {
  const { t } = words;
  const expression = step.sales ? salesText(step.sales, words) : sumText(step, words);
  const value = valueText(step, words);
  return {
    label: labelText(step, t),
    // A grade of 22 karat is shortened in both: then too it is said once.
    expression: isBare(step) || expression === value || isOnePart(step) ? null : expression,
    value,
    source: sourceText(step, t),
  };
}

/** The parts of the total are money, each with its coins. */
function sumText({ kind, expression, unit }: ValuationStep, words: StepWords): string {
  return expressionText(expression, kind === 'total' ? { ...words, currency: unit } : words);
}

function labelText({ kind, subject }: ValuationStep, t: StepWords['t']): string {
  if (kind === 'premium' && PREMIUMS.has(subject)) return t('pricing:bands.step.premiumOnTop');
  const ofUnit = subject === 'unit' ? STEP_OF_UNIT[kind] : undefined;
  return ofUnit ? t(ofUnit) : t(STEP[kind], { subject: subjectText(subject, t) });
}

function subjectText(subject: string, t: StepWords['t']): string {
  const key = SUBJECT[subject];
  if (key) return t(key);
  if (ELEMENT_LABEL[subject]) return elementText(t, subject);
  if (PREMIUMS.has(subject)) return t('pricing:bands.step.premiumOnTop');
  const [, element] = REFINING.exec(subject) ?? [];
  return element ? t('pricing:bands.subject.refining', { element: elementText(t, element) }) : chargeText(t, subject);
}

/** Money as `USD 126,097.30`, a price as `USD 4,587.21 per troy ounce`, else figure and unit. */
function valueText({ kind, value, unit }: ValuationStep, words: StepWords): string {
  if (isCurrency(unit)) return minus(moneyText(value, unit, words));
  const measure = unit === 'ozt' ? 'oz t' : measureText(words.t, words.format, unit);
  const currency = measure.slice(0, 3);
  if (isCurrency(currency)) {
    const sign = kind === 'price' ? SIGN_IN_SUMS[unit.split('/')[1] ?? ''] : undefined;
    const price = minus(priceFigure(value, currency, words));
    return `${price}${measure.slice(3)}${sign ? ` (${sign})` : ''}`;
  }
  const figure = figureText(value, words);
  if (unit === '%' || unit === 'permil') return `${figure}${unit === '%' ? '%' : '‰'}`;
  return `${minus(figure)}\u00a0${measure}`;
}

/** The sign that sums have for it. */
function minus(text: string): string {
  return text.replace('-', '−');
}

/** Where a price is named in words, the sign that the sums below write instead. */
const SIGN_IN_SUMS: Record<string, string> = { ozt: 'oz t', lb: 'lb', MTU: 'MTU' };

/** A total of one part says that part again. */
function isOnePart({ kind, expression }: ValuationStep): boolean {
  return kind === 'total' && !/ [+−] /.test(expression);
}

/** Whether an expression is its own value: `1000 g` beside 1000 g. */
function isBare({ expression, value }: ValuationStep): boolean {
  const [figure = '', ...rest] = expression.replace(/[%‰]$/, '').split(' ');
  return figure === value && rest.length < 2;
}

function salesText(
  { percent, orders, sellers, buyers, width, soldFrom, soldTo }: SalesFigures,
  words: StepWords,
): string {
  const { t, format } = words;
  return t('pricing:bands.working.sales', {
    ...{ percent, orders, sellers, buyers },
    from: format.date(soldFrom),
    to: format.date(soldTo),
    width: t(WIDTH[width]),
  });
}

/** A reference price and a rate are named by the view, with a way to them. */
function sourceText({ kind, source, subject }: ValuationStep, t: StepWords['t']): string | null {
  if (kind === 'total') return t('pricing:bands.working.rounded');
  const known = SOURCE[source];
  if (known) return t(known);
  if (source !== 'input') return null;
  // A price by the piece stands in the line before it.
  if (subject === 'unit') return null;
  return FROM_LOT.has(kind) ? t('pricing:bands.working.fromInput') : t('pricing:bands.working.fromMethod');
}
