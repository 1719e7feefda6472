import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/display/notice';
import { Card } from '#app/ui/layout/card';
import { Stack } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { RateRow } from './list-rates.server';
import { RatesTable } from './rates-table';

/** The exchange rates by which amounts are shown in another currency, open to anyone. */
export function RatesScreen({ rates }: { rates: RateRow[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t('pricing:rates.title')}
        sub={t('pricing:rates.sub')}
        breadcrumbs={{
          label: t('pricing:prices.title'),
          items: [{ label: t('pricing:prices.title'), href: '/prices' }, { label: t('pricing:rates.title') }],
        }}
      />
      <Stack>
        <Card>
          <RatesTable rates={rates} caption={t('pricing:rates.title')} />
        </Card>
        <Card title={t('pricing:rates.how.title')} tone="sand">
          <div className="max-w-3xl space-y-2">
            <p>{t('pricing:rates.how.sources')}</p>
            <p>{t('pricing:rates.how.which')}</p>
            <p>{t('pricing:rates.how.pivots')}</p>
            <p>{t('pricing:rates.how.never')}</p>
          </div>
        </Card>
        {rates.some(({ state }) => state === 'expired') ? (
          <Notice tone="warn">{t('pricing:rates.someExpired')}</Notice>
        ) : null}
      </Stack>
    </>
  );
}
