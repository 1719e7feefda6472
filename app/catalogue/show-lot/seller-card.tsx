import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import type { Seller } from './seller.server';
import { useWords } from '#app/platform/i18n/use-words';

/** Who sells, who reviewed the seller and when. */
export function SellerCard({ seller }: { seller: Seller }) {
  const { t, format } = useWords();
  return (
    <Card title={t('catalogue:seller.title')}>
      <p className="font-semibold">
        <a href={`/cooperatives/${seller.slug}`} className="inline-block py-1">
          {seller.name}
        </a>
      </p>
      <p className="text-soft">{[seller.district, format.country(seller.countryCode)].filter(Boolean).join(', ')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <ReviewBadge seller={seller} />
        {seller.womenLed ? <Badge>{t('catalogue:badge.womenLed')}</Badge> : null}
      </div>
      <p className="mt-3 text-sm text-soft">{t('catalogue:seller.settled', { count: seller.settledOrders })}</p>
    </Card>
  );
}

/** "Verified by … on …": the decision of a programme, with its date. */
export function ReviewBadge({ seller: { review, programmeName } }: { seller: Seller }) {
  const { t, format } = useWords();
  if (!review) return <Badge tone="warn">{t('catalogue:seller.notReviewed')}</Badge>;
  const facts = { date: format.date(review.decidedAt), programme: programmeName ?? '' };
  if (review.state === 'accepted_with_plan' && review.planDueOn)
    return (
      <Badge tone="good">{t('catalogue:seller.reviewedPlan', { ...facts, due: format.date(review.planDueOn) })}</Badge>
    );
  return (
    <Badge tone="good">
      {programmeName ? t('catalogue:seller.reviewedBy', facts) : t('catalogue:seller.reviewed', facts)}
    </Badge>
  );
}
