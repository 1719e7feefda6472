import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { EmptyState } from '#app/ui/display/empty-state';
import { Pagination } from '#app/ui/display/pagination';
import { DataTable } from '#app/ui/display/table';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { AsideRate } from './list-aside-rates.server';
import type { MaterialRow, QuarantinedRow } from './list-quarantined.server';
import { ChangeText } from '../series/change-text';
import { seriesText } from '../series/labels';
import { AsideRatesCard } from './aside-rates-card';
import { PriceTabs } from '../series/price-tabs';
import { QuarantinedCard } from './quarantined-card';

export interface WaitingScreenProps {
  quarantined: QuarantinedRow[];
  asideRates: AsideRate[];
  material: MaterialRow[];
  next: string | null;
  cursor: string | null;
  mayApprove: boolean;
  requestId: string;
  problems: readonly Problem[];
}

/** Figures that moved too far to be believed by one pair of eyes, and old figures that their publisher changed. */
export function WaitingScreen(props: WaitingScreenProps) {
  const { quarantined, asideRates, material, next, cursor, mayApprove, requestId, problems } = props;
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('pricing:imports.waiting.title')} sub={t('pricing:imports.waiting.sub')} />
      <PriceTabs current="/programme/prices/waiting" />
      <Stack>
        <FormErrors
          title={t('pricing:imports.waiting.problem')}
          errors={formErrors(problems, (key, params) => t(key, params))}
        />
        {quarantined.length + asideRates.length === 0 ? (
          <EmptyState title={t('pricing:imports.waiting.none')} icon="check">
            {t('pricing:imports.waiting.noneText')}
          </EmptyState>
        ) : (
          quarantined.map((row) => (
            <QuarantinedCard key={row.id} row={row} mayApprove={mayApprove} requestId={requestId} />
          ))
        )}
        {asideRates.length > 0 ? <AsideRatesCard rates={asideRates} /> : null}
        <MaterialCard rows={material} next={next} cursor={cursor} />
      </Stack>
    </>
  );
}

function MaterialCard({ rows, next, cursor }: { rows: MaterialRow[]; next: string | null; cursor: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = '/programme/prices/waiting';
  const amount = (value: string) => format.number(value, { maxDecimals: 12 });
  return (
    <Card title={t('pricing:imports.material.title')} sub={t('pricing:imports.material.sub')}>
      <DataTable
        caption={t('pricing:imports.material.title')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">{t('pricing:imports.material.none')}</p>}
        columns={[
          {
            key: 'series',
            header: t('pricing:imports.column.series'),
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={`/prices/${row.series}`} className="inline-block py-1">
                  {seriesText(t, { key: row.series, commodity: row.commodity })}
                </a>
                <span className="block text-sm font-normal text-soft">{row.unit}</span>
              </>
            ),
          },
          {
            key: 'period',
            header: t('pricing:imports.column.period'),
            cell: (row) => format.date(row.period, 'month'),
          },
          {
            key: 'before',
            header: t('pricing:series.before'),
            align: 'end',
            cell: (row) => amount(row.before),
          },
          { key: 'after', header: t('pricing:series.after'), align: 'end', cell: (row) => amount(row.after) },
          {
            key: 'move',
            header: t('pricing:imports.column.move'),
            align: 'end',
            cell: (row) => <ChangeText pct={row.movePct} />,
          },
          {
            key: 'published',
            header: t('pricing:imports.column.published'),
            align: 'end',
            cell: (row) => format.date(row.vintage),
          },
        ]}
      />
      <Pagination
        label={t('pricing:imports.pages')}
        {...(cursor ? { previous: { href: here, label: t('pricing:imports.newest') } } : {})}
        {...(next
          ? { next: { href: `${here}?after=${encodeURIComponent(next)}`, label: t('pricing:imports.older') } }
          : {})}
      />
    </Card>
  );
}
