import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { METHOD_LABEL } from '../labels';
import type { DestinationFacts } from './destination-page.server';

export function DestinationDetails({ destination }: { destination: DestinationFacts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { method, provider, holder, accountNumber, recordedAt, recordedByName, verifiedAt, ownName } = destination;
  return (
    <>
      <div className="mb-2 flex flex-wrap gap-2">
        {verifiedAt ? (
          <Badge tone="good">{t('verification:destination.verified', { date: format.date(verifiedAt) })}</Badge>
        ) : (
          <Badge tone="warn">{t('verification:destination.unverified')}</Badge>
        )}
        {ownName ? null : <Badge tone="warn">{t('verification:destination.otherName')}</Badge>}
      </div>
      <DefinitionList
        items={[
          { term: t('verification:destination.method'), value: t(METHOD_LABEL[method]) },
          { term: t('verification:destination.provider'), value: provider },
          { term: t('verification:destination.holder'), value: holder },
          {
            term: t('verification:destination.account'),
            value: <span className="font-mono break-all">{accountNumber}</span>,
          },
          { term: t('verification:destination.recorded'), value: format.date(recordedAt), hint: recordedByName },
        ]}
      />
    </>
  );
}
