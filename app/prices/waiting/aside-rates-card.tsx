import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { LinkButton } from '#app/ui/actions/button';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import type { AsideRate } from './list-aside-rates.server';
import { rateText } from '../proposals/proposal-text';
import { sourceText } from '../imports/staff-labels';

/** Rates that were left out of a publisher's file, each with the way to enter it by two persons. */
export function AsideRatesCard({ rates }: { rates: AsideRate[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('pricing:imports.aside.title')} sub={t('pricing:imports.aside.sub')}>
      <DataTable
        caption={t('pricing:imports.aside.title')}
        captionHidden
        rows={rates}
        rowKey={({ base, quote, on, rate }) => `${base} ${quote} ${on} ${rate}`}
        columns={[
          { key: 'rate', header: t('pricing:rates.field.rate'), rowHeader: true, cell: (row) => rateText(format, row) },
          { key: 'on', header: t('pricing:rates.column.on'), cell: ({ on }) => format.date(on) },
          { key: 'source', header: t('pricing:rates.column.source'), cell: ({ source }) => sourceText(t, source) },
          {
            key: 'enter',
            header: t('pricing:imports.aside.enter'),
            headerHidden: true,
            align: 'end',
            cell: ({ base, quote, rate, on }) => (
              <LinkButton
                kind="quiet"
                href={`/programme/prices/rates?${new URLSearchParams({ base, quote, rate, on }).toString()}`}
              >
                {t('pricing:imports.aside.enter')}
              </LinkButton>
            ),
          },
        ]}
      />
    </Card>
  );
}
