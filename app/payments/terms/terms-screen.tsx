import { useTranslation } from 'react-i18next';
import { OFFERED_CURRENCIES } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import { typeable } from '#app/money/typed-decimal';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { DefinitionList } from '#app/ui/display/definition-list';
import { DataTable, type Column } from '#app/ui/display/table';
import { RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { COST_BEARERS, type CostBearer } from '../limits/payment-cost';
import type { ShortPayment, TermsPage, TermsVersion } from './terms-page.server';

const BEARER_LABEL = {
  buyer: 'payments:terms.bearerBuyer',
  platform: 'payments:terms.bearerPlatform',
} as const satisfies Record<CostBearer, string>;

const CAUSE_LABEL = {
  cost: 'payments:terms.causeCost',
  loss: 'payments:terms.causeLoss',
} as const satisfies Record<ShortPayment['cause'], string>;

export interface TermsScreenProps {
  page: TermsPage;
  requestId: string;
  values: Record<string, string>;
  problems: readonly Problem[];
}

/**
 * How orders of the programme are paid: what holds, what waits for a second person, and the form to propose a
 * change.
 */
export function TermsScreen({ page, requestId, values, problems }: TermsScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { inForce, waiting, mayDecide } = page;
  return (
    <>
      <PageHeader title={t('payments:terms.title')} sub={t('payments:terms.sub')} />
      <Stack>
        <FormErrors
          title={t('payments:terms.problem')}
          errors={formErrors(problems, (key, params) => t(key, params))}
        />
        <Card
          title={t('payments:terms.inForce')}
          sub={inForce.version === null ? t('payments:terms.isDefault') : undefined}
        >
          <DefinitionList
            items={[
              { term: t('payments:terms.bearer'), value: t(BEARER_LABEL[inForce.costBearer]) },
              { term: t('payments:terms.limit'), value: format.money(inForce.cardLimit) },
            ]}
          />
        </Card>
        {waiting ? <Waiting waiting={waiting} mayDecide={mayDecide} /> : null}
        {/* What was typed stays, also where a colleague's proposal came first. */}
        {mayDecide && (!waiting || problems.length > 0) ? (
          <Proposal page={page} requestId={requestId} values={values} problems={problems} />
        ) : null}
        {page.shorts.length > 0 ? <Shorts shorts={page.shorts} /> : null}
        {page.versions.length > 0 ? <Versions versions={page.versions} /> : null}
      </Stack>
    </>
  );
}

function Waiting({ waiting, mayDecide }: { waiting: NonNullable<TermsPage['waiting']>; mayDecide: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = t('payments:terms.by', { name: waiting.proposedBy, date: format.date(waiting.proposedAt) });
  return (
    <Card title={t('payments:terms.waiting')} sub={by}>
      <DefinitionList
        items={[
          { term: t('payments:terms.bearer'), value: t(BEARER_LABEL[waiting.costBearer]) },
          { term: t('payments:terms.limit'), value: format.money(waiting.cardLimit) },
          { term: t('payments:terms.reason'), value: waiting.reason },
        ]}
      />
      {mayDecide ? (
        <form method="post" className="mt-4 flex flex-wrap gap-3">
          <RequestId />
          <input type="hidden" name="terms" value={waiting.id} />
          {waiting.isOwn ? null : (
            <Button name="intent" value="approve">
              {t('payments:terms.approve')}
            </Button>
          )}
          <Button kind="quiet" name="intent" value="reject">
            {t(waiting.isOwn ? 'payments:terms.takeBack' : 'payments:terms.reject')}
          </Button>
        </form>
      ) : null}
      {waiting.isOwn ? <p className="mt-3 text-sm text-soft">{t('payments:terms.needsAnother')}</p> : null}
    </Card>
  );
}

function Proposal({ page, requestId, values, problems }: TermsScreenProps) {
  const { t } = useTranslation();
  const { costBearer, cardLimit } = page.inForce;
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  return (
    <Card title={t('payments:terms.propose')} sub={t('payments:terms.proposeSub')}>
      <form method="post" className="max-w-xl space-y-5">
        <RequestId value={requestId} />
        <input type="hidden" name="intent" value="propose" />
        <RadioGroup
          name="costBearer"
          label={t('payments:terms.bearer')}
          defaultValue={values['costBearer'] ?? costBearer}
          error={error('costBearer')}
          required
          choices={COST_BEARERS.map((bearer) => ({
            value: bearer,
            label: t(BEARER_LABEL[bearer]),
            hint: t(bearer === 'buyer' ? 'payments:terms.buyerHint' : 'payments:terms.platformHint'),
          }))}
        />
        <MoneyInput
          name="cardLimit"
          label={t('payments:terms.limit')}
          hint={t('payments:terms.limitHint')}
          currencies={OFFERED_CURRENCIES}
          currencyName="currency"
          currencyLabel={t('payments:terms.currency')}
          defaultCurrency={values['currency'] ?? cardLimit.currency}
          defaultValue={values['cardLimit'] ?? typeable(toAmount(cardLimit))}
          error={error('cardLimit') ?? error('currency')}
          required
        />
        <TextInput
          name="reason"
          label={t('payments:terms.reason')}
          defaultValue={values['reason']}
          maxLength={300}
          error={error('reason')}
          required
        />
        <Button>{t('payments:terms.send')}</Button>
      </form>
    </Card>
  );
}

/**
 * Payments that cost more than was there for them, or are lost: the platform puts the money in, nobody else
 * goes short.
 */
function Shorts({ shorts }: { shorts: readonly ShortPayment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<ShortPayment>[] = [
    {
      key: 'order',
      header: t('payments:terms.order'),
      rowHeader: true,
      cell: ({ orderId, number }) => <a href={`/programme/orders/${orderId}`}>{number}</a>,
    },
    { key: 'cause', header: t('payments:terms.cause'), cell: ({ cause }) => t(CAUSE_LABEL[cause]) },
    { key: 'short', header: t('payments:terms.short'), align: 'end', cell: ({ short }) => format.money(short) },
  ];
  return (
    <Card title={t('payments:terms.shorts')} sub={t('payments:terms.shortsSub')}>
      <DataTable
        caption={t('payments:terms.shorts')}
        captionHidden
        columns={columns}
        rows={shorts}
        rowKey={({ orderId, cause, short }) => `${orderId}:${cause}:${short.currency}`}
      />
    </Card>
  );
}

function Versions({ versions }: { versions: readonly TermsVersion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = ({ decision }: TermsVersion) => {
    if (!decision) return t('payments:terms.waiting');
    const key = decision.approved ? 'payments:terms.approvedBy' : 'payments:terms.rejectedBy';
    return t(key, { name: decision.by, date: format.date(decision.at) });
  };
  const columns: Column<TermsVersion>[] = [
    { key: 'version', header: t('payments:terms.version'), rowHeader: true, cell: ({ version }) => version },
    { key: 'bearer', header: t('payments:terms.bearer'), cell: ({ costBearer }) => t(BEARER_LABEL[costBearer]) },
    {
      key: 'limit',
      header: t('payments:terms.limit'),
      align: 'end',
      cell: ({ cardLimit }) => format.money(cardLimit),
    },
    { key: 'reason', header: t('payments:terms.reason'), cell: ({ reason }) => reason },
    { key: 'said', header: t('payments:terms.decision'), cell: said },
  ];
  return (
    <Card title={t('payments:terms.history')}>
      <DataTable
        caption={t('payments:terms.history')}
        captionHidden
        columns={columns}
        rows={versions}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}
