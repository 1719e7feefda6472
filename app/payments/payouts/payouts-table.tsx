import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable, type Column } from '#app/ui/display/table';
import type { PayoutRow } from './payouts-page.server';
import { PayoutBadge } from './payout-badge';

/** Payouts as one table. A block per payout on a phone. */
export function PayoutsTable({ items, side }: { items: readonly PayoutRow[]; side: 'cooperative' | 'programme' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<PayoutRow>[] = [
    {
      key: 'number',
      header: t('payments:payout.number'),
      rowHeader: true,
      cell: (row) => (
        <>
          <a href={`/${side}/payouts/${row.id}`}>{row.number}</a>
          <span className="block text-sm font-normal text-soft">{format.date(row.approvedAt ?? row.preparedAt)}</span>
        </>
      ),
    },
    ...(side === 'programme'
      ? [{ key: 'cooperative', header: t('payments:payout.to'), cell: (row: PayoutRow) => row.cooperativeName }]
      : []),
    { key: 'state', header: t('payments:payout.state'), cell: (row) => <PayoutBadge state={row.state} /> },
    {
      key: 'amount',
      header: t('payments:payout.amount'),
      align: 'end',
      cell: ({ amountMinor, receivedMinor, currency }) => {
        const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
        if (receivedMinor === null || receivedMinor === amountMinor) return money(amountMinor);
        return (
          <>
            {money(receivedMinor)}
            <span className="block text-sm whitespace-normal text-soft">
              {t('payments:payout.ofSent', { sent: money(amountMinor) })}
            </span>
          </>
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t('payments:payouts.title')}
      captionHidden
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}
