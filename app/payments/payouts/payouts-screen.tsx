import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { EmptyState } from '#app/ui/display/empty-state';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { PayoutRow } from './payouts-page.server';
import type { OwedPayout } from './owed-payouts.server';
import { PayoutsTable } from './payouts-table';

export interface PayoutsScreenProps {
  side: 'cooperative' | 'programme';
  items: PayoutRow[];
  next: string | null;
  /** Set beyond the first page. */
  cursor: string | null;
  /** Staff only: what is owed and not prepared. */
  owed?: OwedPayout[];
  /** The reader may prepare what is owed. */
  mayPrepare?: boolean;
}

export function PayoutsScreen({ side, items, next, cursor, owed = [], mayPrepare = false }: PayoutsScreenProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('payments:payouts.title')}
        sub={t(side === 'programme' ? 'payments:payouts.subProgramme' : 'payments:payouts.subCooperative')}
      />
      <Stack>
        {owed.length > 0 ? (
          <Card title={t('payments:owed.title')} sub={t('payments:owed.sub')}>
            <OwedTable owed={owed} mayPrepare={mayPrepare} />
          </Card>
        ) : null}
        {items.length === 0 ? (
          <EmptyState title={t('payments:payouts.none')}>{t('payments:payouts.noneText')}</EmptyState>
        ) : (
          <Card>
            <PayoutsTable items={items} side={side} />
          </Card>
        )}
        {side === 'cooperative' ? (
          <p>
            <a href="/cooperative/payout-destination">{t('payments:payouts.destination')}</a>
          </p>
        ) : (
          <p>
            <a href="/programme/payment-terms">{t('payments:terms.title')}</a>
          </p>
        )}
      </Stack>
      <Pagination
        label={t('payments:payouts.pages')}
        {...(cursor ? { previous: { href: `/${side}/payouts`, label: t('payments:payouts.newest') } } : {})}
        {...(next
          ? { next: { href: `/${side}/payouts?after=${encodeURIComponent(next)}`, label: t('payments:payouts.older') } }
          : {})}
      />
    </>
  );
}

/** Deliveries whose net no one has prepared a payout for, oldest first. */
export function OwedTable({ owed, mayPrepare = true }: { owed: readonly OwedPayout[]; mayPrepare?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t('payments:owed.title')}
      captionHidden
      rows={owed}
      rowKey={({ orderId }) => orderId}
      columns={[
        { key: 'cooperative', header: t('payments:payout.to'), rowHeader: true, cell: (row) => row.cooperativeName },
        { key: 'since', header: t('payments:owed.since'), cell: (row) => format.date(row.since) },
        {
          key: 'amount',
          header: t('payments:payout.amount'),
          align: 'end',
          cell: (row) => format.money({ minor: row.amountMinor, currency: asCurrency(row.currency) }),
        },
        {
          key: 'go',
          header: t('payments:owed.action'),
          headerHidden: true,
          align: 'end',
          cell: (row) =>
            mayPrepare ? (
              <LinkButton kind="quiet" href={`/programme/payouts/new?order=${row.orderId}`}>
                {t('payments:owed.prepare')}
              </LinkButton>
            ) : (
              <LinkButton kind="quiet" href={`/programme/orders/${row.orderId}`}>
                {t('payments:owed.look')}
              </LinkButton>
            ),
        },
      ]}
    />
  );
}
