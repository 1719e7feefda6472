import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable, type Column } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { ImportRow } from './list-imports.server';
import { byText, sourceText, STATUS_LABEL, STATUS_TONE } from './staff-labels';

/** What was taken in: whose file, who brought it, its hash and what it changed. */
export function ImportsCard({
  imports,
  next,
  cursor,
}: {
  imports: ImportRow[];
  next: string | null;
  cursor: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<ImportRow>[] = [
    {
      key: 'file',
      header: t('pricing:imports.column.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="block">{sourceText(t, row.source)}</span>
          <span className="block text-sm font-normal break-words text-soft">{row.fileName}</span>
          <span className="block font-mono text-xs font-normal break-all text-soft">
            {t('pricing:imports.sha', { sha: row.sha256.slice(0, 16) })}
          </span>
        </>
      ),
    },
    { key: 'published', header: t('pricing:imports.column.published'), cell: (row) => format.date(row.publishedOn) },
    {
      key: 'by',
      header: t('pricing:imports.column.by'),
      cell: (row) => (
        <>
          {row.isPerson ? row.by : byText(t, row.by)}
          <span className="block text-sm text-soft">{format.date(row.recordedAt, 'time')}</span>
        </>
      ),
    },
    {
      key: 'counts',
      header: t('pricing:imports.column.counts'),
      cell: (row) =>
        t(
          'pricing:imports.counts',
          countsOf(row, (value) => format.number(value)),
        ),
    },
    {
      key: 'status',
      header: t('pricing:imports.column.status'),
      align: 'end',
      cell: (row) => (
        <>
          <Badge tone={row.status === 'waiting' && !row.waits ? 'good' : STATUS_TONE[row.status]}>
            {t(row.status === 'waiting' && !row.waits ? 'pricing:imports.status.decided' : STATUS_LABEL[row.status])}
          </Badge>
          {row.waits ? (
            <a href="/programme/prices/waiting" className="block py-1.5 text-sm">
              {t('pricing:imports.seeWaiting')}
            </a>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <Card title={t('pricing:imports.recent')} sub={t('pricing:imports.recentText')}>
      <DataTable
        caption={t('pricing:imports.recent')}
        captionHidden
        columns={columns}
        rows={imports}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('pricing:imports.none')}</p>}
      />
      <Pagination
        label={t('pricing:imports.pages')}
        {...(cursor ? { previous: { href: '/programme/prices', label: t('pricing:imports.newest') } } : {})}
        {...(next
          ? { next: { href: `/programme/prices?after=${encodeURIComponent(next)}`, label: t('pricing:imports.older') } }
          : {})}
      />
    </Card>
  );
}

function countsOf(row: ImportRow, number: (value: number) => string): Record<string, string> {
  const { read, new: fresh, revised, material, rounding, unchanged, quarantined } = row;
  return {
    read: number(read),
    fresh: number(fresh),
    revised: number(revised),
    material: number(material),
    rounding: number(rounding),
    unchanged: number(unchanged),
    quarantined: number(quarantined),
  };
}
