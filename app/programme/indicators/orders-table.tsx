import { asCurrency } from '#app/money/currency';
import { DataTable, type Column } from '#app/ui/display/table';
import { productText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import { valueText } from './figure-text';
import { INDICATORS, type IndicatorKey } from './indicators';
import type { CountedOrder } from './list-counted-orders.server';
import { orderValue } from './calculation/order-value';

/** The orders under a figure; each leads to its postings. `indicator` adds the value of each. */
export function OrdersTable({
  orders,
  indicator = null,
  hideCooperative = false,
}: {
  orders: readonly CountedOrder[];
  indicator?: IndicatorKey | null;
  hideCooperative?: boolean;
}) {
  const words = useWords();
  const { t, format } = words;
  const money = (minor: bigint, currency: string) => format.money({ minor, currency: asCurrency(currency) });
  const columns: Column<CountedOrder>[] = [
    {
      key: 'order',
      header: t('programme:orders.order'),
      rowHeader: true,
      cell: (order) => (
        <span className="block min-w-0">
          <a href={`/programme/orders/${order.id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {order.number}
          </a>
          <span className="block text-sm font-normal text-soft">
            {productText(order, words)}
            {hideCooperative ? null : ` · ${order.cooperativeName}`}
          </span>
        </span>
      ),
    },
    { key: 'date', header: t('programme:orders.moneyOn'), cell: ({ moneyAt }) => format.date(moneyAt) },
    {
      key: 'price',
      header: t('programme:orders.price'),
      align: 'end',
      cell: ({ priceMinor, currency }) => money(priceMinor, currency),
    },
    {
      key: 'net',
      header: t('programme:orders.net'),
      align: 'end',
      cell: ({ netMinor, currency }) => money(netMinor, currency),
    },
  ];
  if (indicator && indicator !== 'womens-share') {
    columns.push({
      key: 'value',
      header: t(INDICATORS[indicator].nameKey),
      align: 'end',
      cell: (order) => <OrderFigure order={order} indicator={indicator} />,
    });
  }
  return (
    <DataTable
      caption={t('programme:orders.caption')}
      captionHidden
      columns={columns}
      rows={orders}
      rowKey={({ id }) => id}
    />
  );
}

function OrderFigure({ order, indicator }: { order: CountedOrder; indicator: IndicatorKey }) {
  const words = useWords();
  const { t } = words;
  const value = orderValue(indicator, order);
  if (value === null) return <>–</>;
  if (indicator === 'under-floor')
    return <>{t(value === '100' ? 'programme:orders.under' : 'programme:orders.notUnder')}</>;
  if (!order.rated && indicator !== 'days-to-money')
    return <span className="text-soft">{t('programme:orders.noRate')}</span>;
  return <>{valueText(indicator, value, words)}</>;
}
