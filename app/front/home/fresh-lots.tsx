import { useTranslation } from 'react-i18next';
import type { LotCard } from '#app/catalogue/search/lot-card';
import { ListedLotCard } from '#app/catalogue/search/listed-lot-card';
import { EmptyState } from '#app/ui/display/empty-state';
import { CellGrid } from '#app/ui/layout/columns';
import { Section } from './section';

/** Cards lie under each other on a phone: more of them would hide what comes after. */
const SHOWN_ON_PHONES = 3;

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
          {lots.map((lot, index) => (
            <div key={lot.id} className={index < SHOWN_ON_PHONES ? 'grid min-w-0' : 'hidden min-w-0 sm:grid'}>
              <ListedLotCard lot={lot} level={3} />
            </div>
          ))}
        </CellGrid>
      )}
    </Section>
  );
}
