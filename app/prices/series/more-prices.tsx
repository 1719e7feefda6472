import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { isLocalSeries } from './own-series';
import type { SeriesLatest } from './list-series-with-latest.server';
import { SourceNotes } from './about-figures';
import { commodityText } from './labels';
import { Age } from './price-row';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { perText } from '../vocabulary/unit-text';

/** What stands below the reference prices: prices that staff brought, and the ways to rates and status. */
export function MorePrices({ series }: { series: readonly SeriesLatest[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = series.filter(({ key }) => isLocalSeries(key));
  return (
    <>
      {own.length > 0 ? (
        <Card title={t('pricing:feeds.own')} sub={t('pricing:feeds.ownText')}>
          <DataTable
            caption={t('pricing:feeds.own')}
            captionHidden
            rows={own}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'what',
                header: t('pricing:prices.commodity'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    <a href={`/prices/${row.key}`} className="inline-block py-1 font-semibold">
                      {commodityText(t, row.commodity)}
                    </a>
                    <span className="block text-sm font-normal text-soft">{shippedText(t, row.source)}</span>
                  </>
                ),
              },
              {
                key: 'price',
                header: t('pricing:prices.price'),
                align: 'end',
                cell: ({ latest, currency, per }) => (
                  <>
                    <span className="font-semibold">
                      {latest ? format.price(latest.value, currency, 2) : t('pricing:prices.none')}
                    </span>
                    <span className="block text-sm whitespace-normal text-soft">
                      {perText(t, per)}, {t('pricing:feeds.asBought')}
                    </span>
                  </>
                ),
              },
              {
                key: 'state',
                header: t('pricing:prices.state'),
                align: 'end',
                cell: (row) => <Age row={row} />,
              },
            ]}
          />
          <SourceNotes rows={own} />
        </Card>
      ) : null}
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <a href="/prices/status" className="inline-block py-2">
          {t('pricing:feeds.link')}
        </a>
        <a href="/prices/rates" className="inline-block py-2">
          {t('pricing:feeds.ratesLink')}
        </a>
      </p>
    </>
  );
}
