import { useTranslation } from 'react-i18next';
import { Card } from '#app/ui/layout/card';
import type { RateRow } from './list-rates.server';
import { RatesTable } from './rates-table';

/** The rates that count today, below what staff enter. */
export function KnownRates({ rates }: { rates: RateRow[] }) {
  const { t } = useTranslation();
  return (
    <Card title={t('pricing:rates.known')} actions={<a href="/prices/rates">{t('pricing:rates.publicPage')}</a>}>
      <RatesTable rates={rates} caption={t('pricing:rates.known')} />
    </Card>
  );
}
