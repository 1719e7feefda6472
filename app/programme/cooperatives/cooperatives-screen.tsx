import { Card } from '#app/ui/layout/card';
import { EmptyState } from '#app/ui/display/empty-state';
import { PageHeader } from '#app/ui/layout/page-header';
import { useWords } from '#app/platform/i18n/use-words';
import type { CooperativeLine } from './cooperative-lines.server';
import { CooperativesTable } from './cooperatives-table';

export type CooperativesScreenProps = { programmeName: string; from: string; to: string; lines: CooperativeLine[] };

export function CooperativesScreen({ programmeName, from, to, lines }: CooperativesScreenProps) {
  const { t, format } = useWords();
  return (
    <>
      <PageHeader
        title={t('programme:cooperatives.title')}
        sub={t('programme:cooperatives.sub', {
          programme: programmeName,
          count: lines.length,
          from: format.date(from, 'month'),
          to: format.date(to, 'month'),
        })}
      />
      {lines.length === 0 ? (
        <EmptyState title={t('programme:cooperatives.none')} icon="people">
          {t('programme:cooperatives.noneText')}
        </EmptyState>
      ) : (
        <Card>
          <CooperativesTable lines={lines} full />
        </Card>
      )}
    </>
  );
}
