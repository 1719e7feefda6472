import { typeable } from '#app/money/typed-decimal';
import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { Notice } from '#app/ui/display/notice';
import { DataTable } from '#app/ui/display/table';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FieldRow } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea } from '#app/ui/forms/text-input';
import { QuantityInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { Columns, Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { ChosenCosts, CostsPage } from './costs-page.server';
import type { CostField } from './read-costs';
import { LEVEL_LABEL, methodText } from '../vocabulary/method-labels';
import { StepLines } from '../steps/step-lines';
import { perText, unitText } from '#app/prices/vocabulary/unit-text';

interface CostsScreenProps extends CostsPage {
  mayWrite: boolean;
  values: Record<string, string>;
  problems: Problem[];
  requestId: string;
}

/** What it costs to make things, told by those who make them: it takes the place of the reference costs in their bands. */
export function CostsScreen({ products, chosen, mayWrite, values, problems, requestId }: CostsScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <PageHeader title={t('pricing:bands.costs.title')} sub={t('pricing:bands.costs.sub')} />
      <Stack>
        <Card title={t('pricing:bands.costs.choose')}>
          <ul className="divide-y divide-line">
            {products.map(({ key, method, recordedAt, known }) => (
              <li key={key} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <a
                  href={`/cooperative/costs?product=${key}#costs`}
                  aria-current={chosen?.key === key ? 'true' : undefined}
                  className="inline-flex min-h-11 items-center font-semibold"
                >
                  {methodText(t, method)}
                </a>
                {recordedAt ? (
                  <Badge tone="good">{t('pricing:bands.costs.recorded', { date: format.date(recordedAt) })}</Badge>
                ) : (
                  <Badge>{t(known ? 'pricing:bands.costs.notRecorded' : 'pricing:bands.costs.nothingKnown')}</Badge>
                )}
              </li>
            ))}
          </ul>
        </Card>
        {chosen ? (
          <div id="costs">
            <FormErrors title={t('pricing:bands.costs.problem')} errors={formErrors(problems, t)} />
            <Columns
              main={
                <>
                  {mayWrite ? <CostForm {...{ chosen, values, problems, requestId }} /> : null}
                  <HistoryCard chosen={chosen} />
                </>
              }
              aside={<ResultCard chosen={chosen} />}
            />
          </div>
        ) : null}
      </Stack>
    </>
  );
}

const LABEL: Record<CostField, string> = {
  batch: 'pricing:bands.costs.batch',
  inputs: 'pricing:bands.costs.inputs',
  energy: 'pricing:bands.costs.energy',
  transport: 'pricing:bands.costs.transport',
  hours: 'pricing:bands.costs.hours',
  contingencyPct: 'pricing:bands.costs.contingency',
};

type FormProps = { chosen: ChosenCosts } & Pick<CostsScreenProps, 'values' | 'problems' | 'requestId'>;

function CostForm({ chosen, values, problems, requestId }: FormProps) {
  const { t } = useTranslation();
  const { wage, unit, sheet } = chosen;
  if (!wage) return <Notice tone="info">{t('pricing:bands.costs.noWage')}</Notice>;
  const field = (name: CostField, sign: string, hint?: string) => (
    <QuantityInput
      name={name}
      label={t(LABEL[name])}
      {...(hint ? { hint } : {})}
      error={fieldError(problems, name, t)}
      required={name === 'batch' || name === 'hours'}
      defaultValue={values[name] ?? typeable(sheet?.[name] ?? '')}
      units={[{ value: sign, label: sign }]}
    />
  );
  return (
    <Card title={t('pricing:bands.costs.formTitle', { product: methodText(t, chosen.method) })}>
      <form method="post" noValidate className="max-w-2xl space-y-5">
        <RequestId value={requestId} />
        <input type="hidden" name="product" value={chosen.key} />
        {field('batch', unitText(t, unit), t('pricing:bands.costs.batchHint'))}
        <FieldRow>
          {field('inputs', wage.currency, t('pricing:bands.costs.inputsHint'))}
          {field('energy', wage.currency, t('pricing:bands.costs.energyHint'))}
        </FieldRow>
        <FieldRow>
          {field('transport', wage.currency, t('pricing:bands.costs.transportHint'))}
          {field('hours', 'h', t('pricing:bands.costs.hoursHint'))}
        </FieldRow>
        {field('contingencyPct', '%', t('pricing:bands.costs.contingencyHint'))}
        <TextArea
          name="note"
          label={t('pricing:bands.costs.note')}
          error={fieldError(problems, 'note', t)}
          rows={2}
          maxLength={300}
          defaultValue={values['note'] ?? ''}
        />
        <Button>{t('pricing:bands.costs.save')}</Button>
      </form>
    </Card>
  );
}

function ResultCard({ chosen }: { chosen: ChosenCosts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sheet, of, perUnit, wage, unit } = chosen;
  if (!sheet) return <Notice tone="info">{t('pricing:refusal.costsMissing')}</Notice>;
  const floor = perUnit[0];
  return (
    <Card
      title={t('pricing:bands.costs.result')}
      sub={t(of === 'own' ? 'pricing:bands.costs.ofOwn' : 'pricing:bands.costs.ofReference')}
    >
      <DefinitionList
        items={[
          ...perUnit.map(({ level, price }) => ({
            term: t(LEVEL_LABEL[level]),
            value: <strong>{`${format.price(price, sheet.currency, 2)} ${perText(t, unit)}`}</strong>,
          })),
          ...(wage
            ? [
                {
                  term: t('pricing:bands.costs.wage'),
                  value: `${format.price(wage.perHour, wage.currency, 2)} ${perText(t, 'h')}`,
                  hint: t('pricing:bands.costs.wageHint'),
                },
              ]
            : []),
        ]}
      />
      {floor ? (
        <Disclosure summary={t('pricing:bands.costs.showSum')}>
          <StepLines steps={floor.steps} full={false} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function HistoryCard({ chosen }: { chosen: ChosenCosts }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (chosen.history.length === 0) return null;
  return (
    <Card title={t('pricing:bands.costs.history')}>
      <DataTable
        caption={t('pricing:bands.costs.history')}
        captionHidden
        rows={chosen.history}
        rowKey={({ recordedAt }) => recordedAt}
        columns={[
          {
            key: 'at',
            header: t('pricing:bands.costs.at'),
            rowHeader: true,
            cell: ({ recordedAt }) => format.date(recordedAt, 'time'),
          },
          {
            key: 'batch',
            header: t('pricing:bands.costs.batch'),
            align: 'end',
            cell: ({ batch, unit }) => `${format.number(batch)} ${unitText(t, unit)}`,
          },
          {
            key: 'total',
            header: t('pricing:bands.costs.bought'),
            align: 'end',
            cell: ({ total, currency }) => format.price(total, currency, 2),
          },
          { key: 'note', header: t('pricing:bands.costs.note'), cell: ({ note }) => note },
        ]}
      />
    </Card>
  );
}
