import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { Revision } from './get-series-page.server';

/** Corrections by the publisher, newest first. */
export function RevisionsCard({ revisions, price }: { revisions: Revision[]; price: (value: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:series.revisions')} sub={t('pricing:series.revisionsText')}>
      {revisions.length === 0 ? (
        <p className="text-soft">{t('pricing:series.noRevisions')}</p>
      ) : (
        <DataTable
          caption={t('pricing:series.revisions')}
          captionHidden
          rows={revisions}
          rowKey={(row) => `${row.period} ${row.vintage} ${row.after}`}
          columns={[
            {
              key: 'period',
              header: t('pricing:series.period'),
              rowHeader: true,
              cell: (row) => format.date(row.period, 'month'),
            },
            { key: 'before', header: t('pricing:series.before'), align: 'end', cell: (row) => price(row.before) },
            { key: 'after', header: t('pricing:series.after'), align: 'end', cell: (row) => price(row.after) },
            {
              key: 'published',
              header: t('pricing:about.published'),
              align: 'end',
              cell: (row) => format.date(row.vintage),
            },
            {
              key: 'material',
              header: t('pricing:series.material'),
              headerHidden: true,
              align: 'end',
              cell: (row) => (row.material ? <Badge tone="warn">{t('pricing:series.material')}</Badge> : null),
            },
          ]}
        />
      )}
    </Card>
  );
}
