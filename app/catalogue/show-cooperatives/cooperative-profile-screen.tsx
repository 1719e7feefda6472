import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { EmptyState } from '#app/ui/display/empty-state';
import { Card } from '#app/ui/layout/card';
import { CellGrid } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { CooperativeProfile } from './cooperatives-page.server';
import { ListedLotCard } from '../search/listed-lot-card';
import { ReviewBadge } from '../show-lot/seller-card';
import { useWords } from '#app/platform/i18n/use-words';

/** Who a cooperative is, who reviewed it and what it sells now. */
export function CooperativeProfileScreen({ seller, lots }: CooperativeProfile) {
  const { t, format } = useWords();
  const place = [seller.district, format.country(seller.countryCode)].filter(Boolean).join(', ');
  return (
    <>
      <PageHeader
        title={seller.name}
        sub={place}
        breadcrumbs={{
          label: t('catalogue:lot.trail'),
          items: [{ label: t('catalogue:cooperatives.title'), href: '/cooperatives' }, { label: seller.name }],
        }}
        badges={
          <>
            <ReviewBadge seller={seller} />
            {seller.womenLed ? <Badge>{t('catalogue:badge.womenLed')}</Badge> : null}
          </>
        }
      />
      <div className="space-y-8">
        <Card>
          {seller.description ? (
            <p className="mb-4 max-w-3xl text-[1.0625rem] whitespace-pre-line">{seller.description}</p>
          ) : null}
          <DefinitionList
            layout="grid"
            items={[
              { term: t('catalogue:profile.place'), value: place, hint: t('catalogue:facts.originHint') },
              ...(seller.programmeName
                ? [{ term: t('catalogue:profile.programme'), value: seller.programmeName }]
                : []),
              ...(seller.review
                ? [{ term: t('catalogue:profile.accepted'), value: format.date(seller.review.decidedAt) }]
                : []),
              {
                term: t('catalogue:profile.settled'),
                value: t('catalogue:profile.settledCount', { count: seller.settledOrders }),
              },
            ]}
          />
        </Card>
        <section aria-labelledby="lots">
          <h2 id="lots" className="mb-4 font-display text-[1.375rem] font-semibold">
            {t('catalogue:lots.title')}
          </h2>
          {lots.length === 0 ? (
            <EmptyState title={t('catalogue:profile.noLots')}>{t('catalogue:profile.noLotsText')}</EmptyState>
          ) : (
            <CellGrid>
              {lots.map((lot) => (
                <ListedLotCard key={lot.id} lot={lot} level={3} />
              ))}
            </CellGrid>
          )}
        </section>
      </div>
    </>
  );
}
