import { Decimal, shortened } from '#app/money/decimal';
import {
  SOURCE_OWN_COSTS,
  SOURCE_REFERENCE_COSTS,
  type StepKind,
  type ValuationStep,
} from '../../valuation/valuation-steps';
import { seriesKeyText } from '../labels';

type Translate = (key: string, params?: Record<string, string | number>) => string;

const STEP: Record<StepKind, string> = {
  quantity: 'pricing:bands.step.quantity',
  'dry-mass': 'pricing:bands.step.dryMass',
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

/** Words among the subjects; chemical symbols and names of charges stay as they are. */
const SUBJECT: Record<string, string> = {
  inputs: 'pricing:bands.subject.inputs',
  energy: 'pricing:bands.subject.energy',
  transport: 'pricing:bands.subject.transport',
  labour: 'pricing:bands.subject.labour',
  contingency: 'pricing:bands.subject.contingency',
  unit: 'pricing:bands.subject.unit',
  'Fair premium': 'pricing:bands.subject.fairPremium',
  Treatment: 'pricing:bands.subject.treatment',
  p25: 'pricing:bands.subject.p25',
  p50: 'pricing:bands.subject.p50',
  p75: 'pricing:bands.subject.p75',
};

const SOURCE: Record<string, string> = {
  [SOURCE_OWN_COSTS]: 'pricing:bands.working.fromOwnCosts',
  [SOURCE_REFERENCE_COSTS]: 'pricing:bands.working.fromReferenceCosts',
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
  if (kind === 'total') return t('pricing:bands.working.rounded');
  const known = SOURCE[source];
  if (known) return t(known);
  if (source === 'input')
    return FROM_LOT.has(kind) ? t('pricing:bands.working.fromInput') : t('pricing:bands.working.fromMethod');
  if (source === 'valuation/1') return t('pricing:bands.working.computed');
  return referenceText(source, t) ?? source;
}

/** As `referenceSource` writes it for the API: `wb.gold 2026-05, <source>, published 2026-06-02, <licence>`. */
const REFERENCE = /^([a-z]+\.[\w.-]+) (\d{4}-\d{2}), (.+), published (\d{4}-\d{2}-\d{2}), (.+)$/;

function referenceText(written: string, t: Translate): string | null {
  const [, series, period, source, date, licence] = REFERENCE.exec(written) ?? [];
  if (!series || !period || !source || !date || !licence) return null;
  const name = seriesKeyText(t, series);
  return t('pricing:bands.working.fromSeries', { name, series, period, source, date, licence });
}
