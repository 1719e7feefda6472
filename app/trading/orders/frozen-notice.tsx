import { useTranslation } from 'react-i18next';
import { Notice } from '#app/ui/display/notice';

type Side = 'buyer' | 'cooperative' | 'programme';
type Freeze = 'dispute' | 'refund' | 'loss';

const TITLE = {
  dispute: 'trading:frozen.title.dispute',
  refund: 'trading:frozen.title.refund',
  loss: 'trading:frozen.title.loss',
} as const satisfies Record<Freeze, string>;

const TEXT = {
  buyer: {
    dispute: 'trading:frozen.buyer.dispute',
    refund: 'trading:frozen.buyer.refund',
    loss: 'trading:frozen.buyer.loss',
  },
  cooperative: {
    dispute: 'trading:frozen.cooperative.dispute',
    refund: 'trading:frozen.cooperative.refund',
    loss: 'trading:frozen.cooperative.loss',
  },
  programme: {
    dispute: 'trading:frozen.programme.dispute',
    refund: 'trading:frozen.programme.refund',
    loss: 'trading:frozen.programme.loss',
  },
} as const satisfies Record<Side, Record<Freeze, string>>;

/**
 * Why an order stands still, and what the reader does or leaves now. With the way to the money in question
 * where an order is given.
 */
export function FrozenNotice({ frozenFor, side, orderId }: { frozenFor: Freeze; side: Side; orderId?: string }) {
  const { t } = useTranslation();
  return (
    <div className="mb-5">
      <Notice
        tone="warn"
        title={t(TITLE[frozenFor])}
        action={
          side === 'programme' && orderId ? (
            <a href={`/programme/orders/${orderId}/dispute`}>{t('trading:frozen.look')}</a>
          ) : undefined
        }
      >
        {t(TEXT[side][frozenFor])}
      </Notice>
    </div>
  );
}
