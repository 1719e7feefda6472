import { useTranslation } from 'react-i18next';
import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '#app/catalogue/lot-band/verdict-badge';
import { asCurrency } from '#app/money/currency';
import { EmptyState } from '#app/ui/display/empty-state';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable, type Column } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { Tabs } from '#app/ui/layout/tabs';
import { ORDER_FILTERS, type OrderFilter, type OrderRow } from '../vocabulary/order-row';
import { FILTER_LABEL } from '../vocabulary/labels';
import { StateBadge } from '../vocabulary/state-badge';

export type Side = 'buyer' | 'cooperative' | 'programme';

/** Orders as one table: goods, partner, price, state. A block per order on a phone. */
export function OrdersTable({ items, side }: { items: readonly OrderRow[]; side: Side }) {
  const { t } = useTranslation();
  const words = useWords();
  const { format } = words;
  const columns: Column<OrderRow>[] = [
    {
      key: 'goods',
      header: t('trading:orders.goods'),
      rowHeader: true,
      cell: (row) => (
        <>
          <a href={`/${side}/orders/${row.id}`}>{lotTitle(row.lot, words)}</a>
          <span className="block text-sm font-normal text-soft">
            {row.number} · {format.date(row.placedAt)}
          </span>
        </>
      ),
    },
    ...(side === 'cooperative'
      ? []
      : [{ key: 'cooperative', header: t('trading:facts.cooperative'), cell: (row: OrderRow) => row.cooperativeName }]),
    ...(side === 'buyer'
      ? []
      : [{ key: 'buyer', header: t('trading:facts.buyer'), cell: (row: OrderRow) => row.buyerName }]),
    ...(side === 'programme'
      ? [
          {
            key: 'verdict',
            header: t('trading:orders.band'),
            cell: (row: OrderRow) => <VerdictBadge verdict={row.verdict} />,
          },
        ]
      : []),
    { key: 'state', header: t('trading:orders.state'), cell: (row) => <StateBadge state={row.state} /> },
    {
      key: 'price',
      header: t('trading:orders.price'),
      align: 'end',
      cell: (row) => format.money({ minor: row.priceMinor, currency: asCurrency(row.currency) }),
    },
  ];
  return (
    <DataTable
      caption={t('trading:orders.title')}
      captionHidden
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}

export interface OrdersScreenProps {
  items: OrderRow[];
  next: string | null;
  filter: OrderFilter;
  side: Side;
  /** Set beyond the first page. */
  cursor: string | null;
}

export function OrdersScreen({ items, next, filter, side, cursor }: OrdersScreenProps) {
  const { t } = useTranslation();
  const href = (wanted: OrderFilter) => (wanted === 'all' ? `/${side}/orders` : `/${side}/orders?show=${wanted}`);
  const nextHref =
    next && `/${side}/orders?${filter === 'all' ? '' : `show=${filter}&`}after=${encodeURIComponent(next)}`;
  return (
    <>
      <PageHeader title={t('trading:orders.title')} sub={t(SUB[side])} />
      <Tabs
        label={t('trading:filter.label')}
        items={ORDER_FILTERS.map((wanted) => ({
          href: href(wanted),
          label: t(FILTER_LABEL[wanted]),
          current: wanted === filter,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={t('trading:orders.none')}>{t('trading:orders.noneText')}</EmptyState>
      ) : (
        <Card>
          <OrdersTable items={items} side={side} />
        </Card>
      )}
      <Pagination
        label={t('trading:orders.pages')}
        {...(cursor ? { previous: { href: href(filter), label: t('trading:orders.newest') } } : {})}
        {...(nextHref ? { next: { href: nextHref, label: t('trading:orders.older') } } : {})}
      />
    </>
  );
}

const SUB: Record<Side, string> = {
  buyer: 'trading:orders.subBuyer',
  cooperative: 'trading:orders.subCooperative',
  programme: 'trading:orders.subProgramme',
};
