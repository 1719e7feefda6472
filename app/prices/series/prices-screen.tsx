import { useTranslation } from 'react-i18next';
import { LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { EmptyState } from '#app/ui/display/empty-state';
import { DataTable, type Column } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { SeriesLatest } from './list-series-with-latest.server';
import { AboutFigures, SourceNotes } from './about-figures';
import { isLocalSeries, isOwnSeries } from './own-series';
import { ChangeText } from './change-text';
import { MorePrices } from './more-prices';
import { perText } from '../vocabulary/unit-text';
import { Age, Name, Price, Trend } from './price-row';

/** What is shown together, in the order in which miners ask for it; what is in no group comes last. */
const GROUPS = [
  { titleKey: 'pricing:prices.precious', commodities: ['gold', 'silver', 'platinum'] },
  { titleKey: 'pricing:prices.base', commodities: ['tin', 'copper', 'lead', 'zinc', 'nickel', 'aluminum'] },
  { titleKey: 'pricing:prices.earths', commodities: ['iron-ore', 'phosphate-rock', 'potassium-chloride'] },
] as const;

/** Every reference price with unit, month, age and how it moved. */
export function PricesScreen({ series }: { series: SeriesLatest[] }) {
  const { t } = useTranslation();
  const first = series.find(({ key, latest }) => latest && !isOwnSeries(key));
  return (
    <>
      <PageHeader
        title={t('pricing:prices.title')}
        sub={t('pricing:prices.sub')}
        actions={
          <ButtonRow>
            <LinkButton href="/calculator">{t('pricing:prices.calculator')}</LinkButton>
            <LinkButton kind="quiet" href="/methods">
              {t('pricing:about.methods')}
            </LinkButton>
          </ButtonRow>
        }
      />
      {first ? (
        <Stack>
          {GROUPS.map(({ titleKey, commodities }) => (
            <PriceGroup key={titleKey} title={t(titleKey)} rows={ordered(series, commodities)} />
          ))}
          <AboutFigures series={first} rows={series.filter(({ attribution }) => attribution === first.attribution)} />
          <PriceGroup title={t('pricing:prices.others')} rows={others(series)} />
          <MorePrices series={series} />
          <OtherWays />
        </Stack>
      ) : (
        <EmptyState title={t('pricing:prices.empty')}>{t('pricing:prices.emptyText')}</EmptyState>
      )}
    </>
  );
}

function ordered(series: readonly SeriesLatest[], commodities: readonly string[]): SeriesLatest[] {
  return commodities.flatMap((commodity) =>
    series.filter((one) => one.commodity === commodity && !isOwnSeries(one.key)),
  );
}

function others(series: readonly SeriesLatest[]): SeriesLatest[] {
  const grouped = GROUPS.flatMap(({ commodities }): readonly string[] => commodities);
  return series.filter(
    ({ key, commodity }) => !isLocalSeries(key) && (isOwnSeries(key) || !grouped.includes(commodity)),
  );
}

/** The same figures for other readers: text for a poor network, feeds and the API for programs. */
function OtherWays() {
  const { t } = useTranslation();
  const ways = [
    { href: '/prices.txt', label: t('pricing:prices.asText') },
    { href: '/api', label: t('pricing:prices.asApi') },
    { href: '/verify', label: t('pricing:prices.verify') },
  ];
  return (
    <ul className="flex flex-wrap gap-x-6">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <a href={href} className="inline-flex min-h-11 items-center">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function PriceGroup({ title, rows }: { title: string; rows: SeriesLatest[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  // A phone shows each row as a card of its own making, in the cell that names it.
  const columns: Column<SeriesLatest>[] = [
    { key: 'commodity', header: t('pricing:prices.commodity'), rowHeader: true, cell: (row) => <Name row={row} /> },
    {
      key: 'price',
      header: t('pricing:prices.price'),
      align: 'end',
      phone: 'hide',
      cell: (row) => (
        <>
          <Price row={row} />
          <span className="block text-sm whitespace-normal text-soft">{perText(t, row.per)}</span>
        </>
      ),
    },
    {
      key: 'month',
      header: t('pricing:prices.month'),
      align: 'end',
      phone: 'hide',
      cell: (row) => <ChangeText pct={row.latest?.monthPct ?? null} />,
    },
    {
      key: 'year',
      header: t('pricing:prices.year'),
      align: 'end',
      phone: 'hide',
      cell: (row) => <ChangeText pct={row.latest?.yearPct ?? null} />,
    },
    {
      key: 'trend',
      header: t('pricing:prices.trend'),
      align: 'end',
      phone: 'hide',
      cell: (row) => <Trend row={row} />,
    },
    { key: 'state', header: t('pricing:prices.state'), align: 'end', phone: 'hide', cell: (row) => <Age row={row} /> },
  ];
  return (
    <Card title={title}>
      <DataTable caption={title} captionHidden columns={columns} rows={rows} rowKey={(row) => row.key} />
      <SourceNotes rows={rows} />
    </Card>
  );
}
