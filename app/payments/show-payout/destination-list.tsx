import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import type { PayoutDestination } from './payout-page.server';

/** Where the money goes, and whether staff have checked the account. */
export function DestinationList({ destination }: { destination: PayoutDestination }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DefinitionList
      items={[
        {
          term: t(destination.method === 'bank' ? 'payments:destination.bank' : 'payments:destination.mobileMoney'),
          value: destination.provider,
        },
        { term: t('payments:destination.holder'), value: destination.holder },
        {
          term: t('payments:destination.account'),
          value: <span className="font-mono break-all">{destination.accountNumber}</span>,
        },
        {
          term: t('payments:destination.checked'),
          value: destination.verifiedAt ? (
            <Badge tone="good">{format.date(destination.verifiedAt)}</Badge>
          ) : (
            <Badge tone="warn">{t('payments:destination.unchecked')}</Badge>
          ),
        },
      ]}
    />
  );
}
