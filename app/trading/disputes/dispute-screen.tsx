import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { EmptyState } from '#app/ui/display/empty-state';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { DecideCard } from './decide-card';
import type { DisputePage } from './dispute-page.server';
import { reasonLabel } from './dispute-reason';
import { FrozenNotice } from '../orders/frozen-notice';
import { LossCard } from './loss-card';
import { OnFileCard } from './on-file-card';

const STATUS = {
  open: { label: 'trading:dispute.status.open', tone: 'warn' },
  won: { label: 'trading:dispute.status.won', tone: 'good' },
  lost: { label: 'trading:dispute.status.lost', tone: 'bad' },
} as const;

const DECISION = {
  bear: 'trading:dispute.decision.bear',
  end: 'trading:dispute.decision.end',
  open: 'trading:dispute.decision.open',
} as const;

export interface DisputeScreenProps {
  page: DisputePage;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/**
 * The money of one order that is in question: until when the bank must have an answer, what can be sent to
 * it, what staff decide.
 */
export function DisputeScreen({ page, requestId, problems, values }: DisputeScreenProps) {
  const { t } = useTranslation();
  const { order, disputes, refunds } = page;
  return (
    <>
      <PageHeader
        title={t('trading:dispute.title')}
        kicker={t('trading:order.number', { number: order.number })}
        sub={t('trading:dispute.sub', { number: order.number })}
        breadcrumbs={{
          label: t('trading:order.trail'),
          items: [
            { label: t('trading:orders.title'), href: '/programme/orders' },
            { label: order.number, href: `/programme/orders/${order.id}` },
            { label: t('trading:dispute.title') },
          ],
        }}
      />
      <FormErrors title={t('trading:form.problem')} errors={formErrors(problems, (key, params) => t(key, params))} />
      {order.frozenFor ? <FrozenNotice frozenFor={order.frozenFor} side="programme" /> : null}
      <Columns
        asideFirst
        aside={
          <>
            {page.undecidedMinor === null ? null : (
              <DecideCard page={page} requestId={requestId} problems={problems} values={values} />
            )}
            {page.loss ? (
              <LossCard
                loss={page.loss}
                mayDecide={page.mayDecide}
                requestId={requestId}
                problems={problems}
                values={values}
              />
            ) : null}
            {disputes.length === 0 && refunds.length === 0 ? (
              <EmptyState title={t('trading:dispute.none')} icon="check" />
            ) : null}
            {disputes.length > 0 ? <DisputesCard disputes={disputes} /> : null}
            {refunds.length > 0 ? <RefundsCard refunds={refunds} /> : null}
          </>
        }
        main={<OnFileCard page={page} />}
      />
    </>
  );
}

function DisputesCard({ disputes }: { disputes: DisputePage['disputes'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('trading:dispute.disputes')}>
      <Rows>
        {disputes.map((dispute) => {
          const money = (minor: bigint) => format.money({ minor, currency: asCurrency(dispute.currency) });
          const { closedAt, evidenceDueAt, lossMinor } = dispute;
          const { label, tone } = STATUS[dispute.status];
          const reason = reasonLabel(dispute.reason);
          const items: Definition[] = [
            { term: t('trading:dispute.amount'), value: money(dispute.amountMinor) },
            ...(evidenceDueAt && dispute.status === 'open'
              ? [{ term: t('trading:dispute.deadline'), value: format.date(evidenceDueAt, 'time') }]
              : []),
            { term: t('trading:dispute.opened'), value: format.date(dispute.openedAt) },
            ...(closedAt ? [{ term: t('trading:dispute.closed'), value: format.date(closedAt) }] : []),
            ...(lossMinor ? [{ term: t('trading:dispute.loss'), value: money(lossMinor) }] : []),
            { term: t('trading:dispute.reason'), value: reason ? t(reason) : dispute.reason },
            { term: t('trading:dispute.id'), value: <span className="break-all">{dispute.stripeId}</span> },
          ];
          return (
            <li key={dispute.id} className="space-y-3">
              <Badge tone={tone}>{t(label)}</Badge>
              <DefinitionList items={items} />
            </li>
          );
        })}
      </Rows>
    </Card>
  );
}

function RefundsCard({ refunds }: { refunds: DisputePage['refunds'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('trading:dispute.refunds')}>
      <Rows>
        {refunds.map((refund) => {
          const money = (minor: bigint) => format.money({ minor, currency: asCurrency(refund.currency) });
          const items: Definition[] = [
            { term: t('trading:dispute.amount'), value: money(refund.amountMinor) },
            { term: t('trading:dispute.sentBack'), value: format.date(refund.refundedAt) },
            ...(refund.lossMinor ? [{ term: t('trading:dispute.loss'), value: money(refund.lossMinor) }] : []),
            { term: t('trading:dispute.id'), value: <span className="break-all">{refund.stripeId}</span> },
          ];
          return (
            <li key={refund.id} className="space-y-3">
              <Badge tone={refund.failed || refund.decision === null ? 'warn' : 'plain'}>
                {t(refund.failed ? 'trading:dispute.decision.failed' : DECISION[refund.decision ?? 'open'])}
              </Badge>
              <DefinitionList items={items} />
              {refund.note ? <p className="text-sm text-soft">{refund.note}</p> : null}
            </li>
          );
        })}
      </Rows>
    </Card>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return <ul className="space-y-5">{children}</ul>;
}
