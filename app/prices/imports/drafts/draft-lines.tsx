import { useTranslation } from 'react-i18next';
import { decimalPlaces } from '#app/money/decimal';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable, type Column } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { Tabs } from '#app/ui/layout/tabs';
import type { DraftLine, DraftPage, LineFilter } from './get-draft.server';
import { seriesText } from '../../series/labels';
import { KIND_LABEL } from '../staff-labels';

const FILTERS: readonly { filter: LineFilter; labelKey: string }[] = [
  { filter: 'all', labelKey: 'pricing:imports.filter.all' },
  { filter: 'quarantined', labelKey: 'pricing:imports.filter.quarantined' },
  { filter: 'material', labelKey: 'pricing:imports.filter.material' },
  { filter: 'revised', labelKey: 'pricing:imports.filter.revised' },
  { filter: 'rounding', labelKey: 'pricing:imports.filter.rounding' },
  { filter: 'new', labelKey: 'pricing:imports.filter.new' },
];

/** What a file would change, figure by figure, with the value that counts now and the one that would. */
export function DraftLines({ draft, filter, after }: { draft: DraftPage; filter: LineFilter; after: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = `/programme/prices/imports/${draft.id}?show=${filter}`;
  const amount = (value: string | null) => (value === null ? '–' : format.number(value, { maxDecimals: 12 }));
  const columns: Column<DraftLine>[] = [
    {
      key: 'series',
      header: t('pricing:imports.column.series'),
      rowHeader: true,
      cell: ({ series: key }) => {
        const series = draft.series[key];
        return (
          <>
            {series ? seriesText(t, { key, commodity: series.commodity }) : key}
            <span className="block text-sm font-normal text-soft">{series ? series.unit : directionOf(t, key)}</span>
          </>
        );
      },
    },
    {
      key: 'period',
      header: t('pricing:imports.column.period'),
      cell: ({ period }) => format.date(period, period.length === 7 ? 'month' : 'day'),
    },
    { key: 'before', header: t('pricing:imports.column.before'), align: 'end', cell: (row) => amount(row.previous) },
    { key: 'after', header: t('pricing:imports.column.after'), align: 'end', cell: (row) => amount(row.value) },
    {
      key: 'kind',
      header: t('pricing:imports.column.kind'),
      align: 'end',
      cell: ({ kind, material, value, previous }) => (
        <>
          <Badge tone={kind === 'quarantined' || material ? 'warn' : 'plain'}>
            {t(material ? 'pricing:imports.filter.material' : KIND_LABEL[kind])}
          </Badge>
          {previous !== null && (kind === 'rounding' || kind === 'superseded') ? (
            <span className="mt-1 block max-w-60 text-sm whitespace-normal text-soft sm:ml-auto">
              {t(...whichCounts(kind, { previous, value, amount }))}
            </span>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <Card title={t('pricing:imports.lines.title')}>
      <Tabs
        label={t('pricing:imports.lines.filter')}
        items={FILTERS.map(({ filter: name, labelKey }) => ({
          href: `/programme/prices/imports/${draft.id}?show=${name}`,
          label: t(labelKey),
          current: name === filter,
        }))}
      />
      <DataTable
        caption={t('pricing:imports.lines.title')}
        captionHidden
        columns={columns}
        rows={draft.lines}
        rowKey={({ position }) => String(position)}
        empty={<p className="text-soft">{t('pricing:imports.lines.none')}</p>}
      />
      <Pagination
        label={t('pricing:imports.pages')}
        {...(after === null ? {} : { previous: { href: here, label: t('pricing:imports.lines.first') } })}
        {...(draft.next === null
          ? {}
          : { next: { href: `${here}&after=${draft.next}`, label: t('pricing:imports.lines.more') } })}
      />
    </Card>
  );
}

/** Two figures of one month of which the file's need not win: which of them counts from then on. */
function whichCounts(
  kind: 'rounding' | 'superseded',
  { previous, value, amount }: { previous: string; value: string; amount: (value: string) => string },
): [string, { figure: string }] {
  if (kind === 'superseded') return ['pricing:imports.rounding.older', { figure: amount(previous) }];
  return decimalPlaces(value) > decimalPlaces(previous)
    ? ['pricing:imports.rounding.comes', { figure: amount(value) }]
    : ['pricing:imports.rounding.stays', { figure: amount(previous) }];
}

/** A pair of currencies in words: US dollars per euro. */
function directionOf(t: (key: string, params: Record<string, string>) => string, pair: string): string {
  const [base = '', quote = ''] = pair.split('/');
  return t('pricing:rates.direction', { base, quote });
}
