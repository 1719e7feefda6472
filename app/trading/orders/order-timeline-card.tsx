import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Timeline } from '#app/ui/display/timeline';
import { Card } from '#app/ui/layout/card';
import type { OrderState } from '../lifecycle/order-lifecycle';
import type { OrderPage } from './order-page.server';
import { STEP_LABEL } from '../vocabulary/labels';

const GONE: readonly OrderState[] = ['cancelled', 'expired', 'refunded'];

/** What happened to an order, by whom, when. */
export function OrderTimelineCard({ timeline }: Pick<OrderPage, 'timeline'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('trading:timeline.title')}>
      <Timeline
        label={t('trading:timeline.title')}
        items={timeline.map(({ action, to, at, byName, note }) => ({
          title: t(STEP_LABEL[action]),
          time: format.date(at, 'time'),
          dateTime: at,
          state: GONE.includes(to) ? ('problem' as const) : ('done' as const),
          body: [byName, note].filter((text) => text !== null).join(' · ') || null,
        }))}
      />
    </Card>
  );
}
