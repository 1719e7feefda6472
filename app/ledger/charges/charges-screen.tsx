import { useTranslation } from 'react-i18next';
import { CHARGE_KINDS } from '../chart-of-accounts';
import { PART_LABEL } from '../labels';
import { OFFERED_CURRENCIES } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { money } from '#app/money/money';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import type { Formats } from '#app/platform/i18n/format';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { EmptyState } from '#app/ui/display/empty-state';
import { DataTable, type Column } from '#app/ui/display/table';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { RoyaltyCard } from './royalty-card';
import type { ChargeLine, ChargesPage } from './charges-page.server';

export type ChargesScreenProps = {
  page: ChargesPage;
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

/**
 * What is taken from a cooperative's orders before it is paid: payee by payee, with the source of each, and
 * the form to name another.
 */
export function ChargesScreen(props: ChargesScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cooperative, inForce, ended, feeBps, canWrite } = props.page;
  const fee = format.percent(new Decimal(feeBps).div(100).toFixed(), 2);
  return (
    <>
      <PageHeader
        breadcrumbs={{
          label: t('trading:charges.trail'),
          items: [
            { label: t('trading:charges.cooperatives'), href: '/programme/cooperatives' },
            { label: cooperative.name, href: `/programme/cooperatives/${cooperative.id}` },
            { label: t('trading:charges.title') },
          ],
        }}
        title={t('trading:charges.title')}
        sub={t('trading:charges.sub', { cooperative: cooperative.name, fee })}
      />
      <div className="space-y-6">
        <RoyaltyCard page={props.page} values={props.values} problems={props.problems} />
        <Card title={t('trading:charges.inForce')}>
          <DataTable
            caption={t('trading:charges.inForce')}
            captionHidden
            columns={useColumns(format, canWrite ? props.page.today : null)}
            rows={inForce}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t('trading:charges.none')}>{t('trading:charges.noneText')}</EmptyState>}
          />
        </Card>
        {canWrite ? <ChargeForm {...props} /> : null}
        {ended.length > 0 ? (
          <Card title={t('trading:charges.ended')} sub={t('trading:charges.endedSub')}>
            <DataTable
              caption={t('trading:charges.ended')}
              captionHidden
              columns={useColumns(format, null)}
              rows={ended}
              rowKey={({ id }) => id}
            />
          </Card>
        ) : null}
      </div>
    </>
  );
}

/** `endingOn`: the day on which a charge can be ended here. Null where it cannot. */
function useColumns(format: Formats, endingOn: string | null): Column<ChargeLine>[] {
  const { t } = useTranslation();
  const day = (at: string) => format.date(at.slice(0, 10));
  const columns: Column<ChargeLine>[] = [
    {
      key: 'payee',
      header: t('trading:charges.payee'),
      rowHeader: true,
      cell: (line) => (
        <>
          {line.payee}
          <span className="block text-sm font-normal text-soft">{t(PART_LABEL[line.kind])}</span>
        </>
      ),
    },
    {
      key: 'basis',
      header: t('trading:charges.basis'),
      cell: (line) => (
        <>
          {line.basis}
          <span className="block text-sm text-soft">{shippedText(t, line.source)}</span>
        </>
      ),
    },
    { key: 'amount', header: t('trading:charges.amount'), align: 'end', cell: (line) => <Amount line={line} /> },
    {
      key: 'since',
      header: t('trading:charges.since'),
      cell: ({ activeFrom, endedAt }) =>
        endedAt ? t('trading:charges.fromTo', { from: day(activeFrom), to: day(endedAt) }) : day(activeFrom),
    },
  ];
  if (endingOn === null) return columns;
  const ending: Column<ChargeLine> = {
    key: 'end',
    header: t('trading:charges.end'),
    headerHidden: true,
    align: 'end',
    cell: (line) => <Ending line={line} day={endingOn} />,
  };
  return [...columns, ending];
}

/** Money is taken or not by this: what it does is said before it is done. */
function Ending({ line: { id, payee, openOrders }, day }: { line: ChargeLine; day: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = { count: openOrders, figure: format.number(openOrders) };
  return (
    <Disclosure
      summary={
        <>
          <span aria-hidden="true">{t('trading:charges.end')}</span>
          <span className="sr-only">{t('trading:charges.endOf', { payee })}</span>
        </>
      }
    >
      <form method="post" className="max-w-72 space-y-3 text-start whitespace-normal sm:ml-auto">
        <RequestId of={id} />
        <p className="text-sm text-soft">
          {t('trading:charges.endText', { date: format.date(day), payee, ...figures })}
        </p>
        <input type="hidden" name="intent" value="end" />
        <input type="hidden" name="charge" value={id} />
        <Button kind="danger" name="confirmed" value="on" aria-label={`${t('trading:charges.endNow')}: ${payee}`}>
          {t('trading:charges.endNow')}
        </Button>
      </form>
    </Disclosure>
  );
}

function Amount({ line }: { line: ChargeLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rateBps, fixedMinor, capMinor, currency } = line;
  const sums = [
    ...(rateBps === null ? [] : [format.percent(new Decimal(rateBps).div(100).toFixed(), 2)]),
    ...(fixedMinor === null ? [] : [format.money(money(fixedMinor, currency))]),
  ];
  return (
    <>
      {sums.join(' + ')}
      {capMinor === null ? null : (
        <span className="block text-sm text-soft">
          {t('trading:charges.atMost', { amount: format.money(money(capMinor, currency)) })}
        </span>
      )}
    </>
  );
}

function ChargeForm({ page, requestId, values, problems }: ChargesScreenProps) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, t);
  const currency = values['currency'] ?? page.currency;
  return (
    <Card title={t('trading:charges.add')} sub={t('trading:charges.addSub')} id="add">
      <form method="post" className="max-w-xl space-y-5">
        <FormErrors title={t('trading:charges.problem')} errors={formErrors(problems, t)} />
        <RequestId value={requestId} />
        <input type="hidden" name="intent" value="record" />
        <Select
          name="kind"
          label={t('trading:charges.kind')}
          options={CHARGE_KINDS.map((kind) => ({ value: kind, label: t(PART_LABEL[kind]) }))}
          defaultValue={values['kind']}
          placeholder={t('trading:charges.choose')}
          error={error('kind')}
          required
        />
        <TextInput
          name="payee"
          label={t('trading:charges.payee')}
          hint={t('trading:charges.payeeHint')}
          defaultValue={values['payee']}
          maxLength={120}
          error={error('payee')}
          required
        />
        <TextInput
          name="basis"
          label={t('trading:charges.basis')}
          hint={t('trading:charges.basisHint')}
          defaultValue={values['basis']}
          maxLength={160}
          error={error('basis')}
          required
        />
        <TextInput
          name="percent"
          label={t('trading:charges.percent')}
          hint={t('trading:charges.percentHint')}
          inputMode="decimal"
          defaultValue={values['percent']}
          error={error('percent')}
        />
        <MoneyInput
          name="fixed"
          label={t('trading:charges.fixed')}
          currencies={OFFERED_CURRENCIES}
          currencyName="currency"
          currencyLabel={t('trading:charges.currency')}
          defaultCurrency={currency}
          defaultValue={values['fixed']}
          error={error('fixed') ?? error('currency')}
        />
        <TextInput
          name="cap"
          label={t('trading:charges.cap')}
          hint={t('trading:charges.capHint')}
          inputMode="decimal"
          defaultValue={values['cap']}
          error={error('cap')}
        />
        <TextInput
          name="source"
          label={t('trading:charges.source')}
          hint={t('trading:charges.sourceHint')}
          defaultValue={values['source']}
          maxLength={300}
          error={error('source')}
          required
        />
        <Button>{t('trading:charges.save')}</Button>
      </form>
    </Card>
  );
}
