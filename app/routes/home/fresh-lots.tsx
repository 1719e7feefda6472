import { useTranslation } from 'react-i18next';
import type { LotCard } from '#app/catalogue/search/lot-card';
import { LotCardView } from '#app/catalogue/views/lot-card-view';
import { EmptyState } from '#app/ui/display/empty-state';
import { CellGrid } from '#app/ui/layout/columns';
import { Section } from './section';

/** The newest lots, drawn like everywhere else. */
export function FreshLots({ lots }: { lots: LotCard[] }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('platform:home.lots.title')}
      sub={t('platform:home.lots.sub')}
      link={{ href: '/lots', label: t('platform:home.lots.all') }}
    >
      {lots.length === 0 ? (
        <EmptyState title={t('platform:home.lots.none')} icon="box" />
      ) : (
        <CellGrid>
          {lots.map((lot) => (
            <LotCardView key={lot.id} lot={lot} level={3} />
          ))}
        </CellGrid>
      )}
    </Section>
  );
}
