import { useTranslation } from 'react-i18next';
import { DataTable } from '#app/ui/display/table';
import type { ValuationStep } from '../../valuation/valuation-steps';
import { stepText } from './step-text';

/** The lines of one valuation, each to be done again with a calculator. */
export function StepsTable({ caption, steps }: { caption: string; steps: ValuationStep[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={steps.map((step, index) => ({ ...stepText(step, t), expression: step.expression, key: `${index}` }))}
      rowKey={(step) => step.key}
      columns={[
        { key: 'label', header: t('pricing:bands.working.line'), rowHeader: true, cell: (step) => step.label },
        {
          key: 'expression',
          header: t('pricing:bands.working.sum'),
          cell: (step) => <span className="text-sm break-words">{step.expression}</span>,
        },
        {
          key: 'value',
          header: t('pricing:bands.working.value'),
          align: 'end',
          cell: (step) => (
            <span className="whitespace-normal">
              {step.value} <span className="text-soft">{step.unit}</span>
            </span>
          ),
        },
        {
          key: 'source',
          header: t('pricing:bands.working.source'),
          cell: (step) => <span className="text-sm text-soft">{step.source}</span>,
        },
      ]}
    />
  );
}
