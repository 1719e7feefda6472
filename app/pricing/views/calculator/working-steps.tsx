import { useTranslation } from 'react-i18next';
import { Decimal, shortened } from '#app/money/decimal';
import { DataTable } from '#app/ui/display/table';
import type { StepKind, ValuationStep } from '../../valuation/valuation-steps';

const STEP: Record<StepKind, string> = {
  quantity: 'pricing:calculator.step.quantity',
  'dry-mass': 'pricing:calculator.step.dryMass',
  'payable-grade': 'pricing:calculator.step.payableGrade',
  'payable-mass': 'pricing:calculator.step.payableMass',
  price: 'pricing:calculator.step.price',
  'converted-price': 'pricing:calculator.step.convertedPrice',
  'net-price': 'pricing:calculator.step.netPrice',
  'payable-value': 'pricing:calculator.step.payableValue',
  charge: 'pricing:calculator.step.charge',
  'penalty-rate': 'pricing:calculator.step.penaltyRate',
  penalty: 'pricing:calculator.step.penalty',
  'contained-mass': 'pricing:calculator.step.containedMass',
  premium: 'pricing:calculator.step.premium',
  cost: 'pricing:calculator.step.cost',
  'cost-per-unit': 'pricing:calculator.step.costPerUnit',
  total: 'pricing:calculator.step.total',
};

/** Words among the subjects; chemical symbols and names of charges stay as they are. */
const SUBJECT: Record<string, string> = {
  inputs: 'pricing:calculator.subject.inputs',
  energy: 'pricing:calculator.subject.energy',
  transport: 'pricing:calculator.subject.transport',
  labour: 'pricing:calculator.subject.labour',
  contingency: 'pricing:calculator.subject.contingency',
  unit: 'pricing:calculator.subject.unit',
  'Fair premium': 'pricing:calculator.subject.fairPremium',
};

const SHOWN_DIGITS = 16;

/** The lines of a sum in the reader's language; figures stay plain, with a point, so that they can be typed into a calculator. */
export function WorkingSteps({ caption, steps }: { caption: string; steps: readonly ValuationStep[] }) {
  const { t } = useTranslation();
  const label = ({ kind, subject }: ValuationStep): string => {
    const key = SUBJECT[subject];
    return t(STEP[kind], { subject: key ? t(key) : subject }).trim();
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={steps.map((step, index) => ({ ...step, key: `${index}` }))}
      rowKey={(step) => step.key}
      columns={[
        { key: 'label', header: t('pricing:calculator.line'), rowHeader: true, cell: label },
        {
          key: 'expression',
          header: t('pricing:calculator.sum'),
          cell: (step) => <span className="text-sm break-words">{step.expression}</span>,
        },
        {
          key: 'value',
          header: t('pricing:calculator.value'),
          align: 'end',
          cell: (step) => (
            <span className="whitespace-normal">
              {step.kind === 'total' ? step.value : shortened(new Decimal(step.value), SHOWN_DIGITS)}{' '}
              <span className="text-soft">{step.unit === 'permil' ? '‰' : step.unit}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
