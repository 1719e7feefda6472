import type { StepKind, ValuationStep } from '#app/pricing/valuation/valuation-steps';
import { Decimal, shortened } from '#app/money/decimal';
import type { Translate } from '../../lots/lot-title';

const STEP: Record<StepKind, string> = {
  quantity: 'catalogue:step.quantity',
  'dry-mass': 'catalogue:step.dryMass',
  'payable-grade': 'catalogue:step.payableGrade',
  'payable-mass': 'catalogue:step.payableMass',
  price: 'catalogue:step.price',
  'converted-price': 'catalogue:step.convertedPrice',
  'net-price': 'catalogue:step.netPrice',
  'payable-value': 'catalogue:step.payableValue',
  charge: 'catalogue:step.charge',
  'penalty-rate': 'catalogue:step.penaltyRate',
  penalty: 'catalogue:step.penalty',
  'contained-mass': 'catalogue:step.containedMass',
  premium: 'catalogue:step.premium',
  cost: 'catalogue:step.cost',
  'cost-per-unit': 'catalogue:step.costPerUnit',
  'sales-percentile': 'catalogue:step.salesPercentile',
  total: 'catalogue:step.total',
};

/** Words among the subjects; chemical symbols and names of charges stay as they are. */
const SUBJECT: Record<string, string> = {
  inputs: 'catalogue:subject.inputs',
  energy: 'catalogue:subject.energy',
  transport: 'catalogue:subject.transport',
  labour: 'catalogue:subject.labour',
  contingency: 'catalogue:subject.contingency',
  unit: 'catalogue:subject.unit',
  'Fair premium': 'catalogue:subject.fairPremium',
  Treatment: 'catalogue:subject.treatment',
  p25: 'catalogue:subject.p25',
  p50: 'catalogue:subject.p50',
  p75: 'catalogue:subject.p75',
};

const FROM_LOT: ReadonlySet<StepKind> = new Set(['quantity', 'payable-grade']);
const SHOWN_DIGITS = 16;

/** One line of a valuation in the reader's language; figures stay plain, with a point, so that they can be typed into a calculator. */
export function stepText(
  step: ValuationStep,
  t: Translate,
): { label: string; value: string; unit: string; source: string } {
  const subjectKey = SUBJECT[step.subject];
  const subject = subjectKey ? t(subjectKey) : step.subject;
  return {
    label: t(STEP[step.kind], { subject }).trim(),
    value: step.kind === 'total' ? step.value : shortened(new Decimal(step.value), SHOWN_DIGITS),
    unit: step.unit === 'permil' ? '‰' : step.unit,
    source: sourceText(step, t),
  };
}

function sourceText({ kind, source }: ValuationStep, t: Translate): string {
  if (kind === 'total') return t('catalogue:working.rounded');
  if (source === 'input')
    return FROM_LOT.has(kind) ? t('catalogue:working.fromInput') : t('catalogue:working.fromMethod');
  if (source === 'valuation/1') return t('catalogue:working.computed');
  return source;
}
