import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';
import { Waterfall } from '#app/ledger/waterfall/waterfall-table';
import { Badge } from '#app/ui/display/badge';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { FrozenNotice } from './frozen-notice';
import type { OrderPage } from './order-page.server';
import { OrderEvidenceCard } from './order-evidence-card';
import { OrderFactsCard } from './order-facts-card';
import { OrderPriceCard } from './order-price-card';
import { OrderTimelineCard } from './order-timeline-card';
import { StateBadge } from '../vocabulary/state-badge';
import { VerifiedRailCard } from './verified-rail-card';

export interface OrderFrameProps {
  order: OrderPage;
  side: 'buyer' | 'cooperative' | 'programme';
  /** What this side does now. */
  next: ReactNode;
  /** What only this side sees, under the common part. */
  more?: ReactNode;
}

/**
 * One order, the same story for every side: what comes next, the six checks, who gets what, what happened.
 */
export function OrderFrame({ order, side, next, more }: OrderFrameProps) {
  const { t } = useTranslation();
  const words = useWords();
  const goods = lotTitle({ ...order.lot, quantity: order.quantity, unit: order.unit }, words);
  return (
    <>
      <PageHeader
        title={goods}
        kicker={t('trading:order.number', { number: order.number })}
        sub={side === 'cooperative' ? order.buyer.name : order.cooperative.name}
        breadcrumbs={{
          label: t('trading:order.trail'),
          items: [{ label: t('trading:orders.title'), href: `/${side}/orders` }, { label: order.number }],
        }}
        badges={
          <>
            <StateBadge state={order.state} />
            {order.frozenFor ? <Badge tone="warn">{t('trading:state.frozen')}</Badge> : null}
            {order.verified ? <Badge tone="good">{t('trading:rail.verified')}</Badge> : null}
          </>
        }
      />
      {order.frozenFor ? <FrozenNotice frozenFor={order.frozenFor} side={side} orderId={order.id} /> : null}
      <Columns
        asideFirst
        aside={
          <>
            {next}
            <OrderPriceCard order={order} />
            <OrderFactsCard order={order} />
          </>
        }
        main={
          <>
            <VerifiedRailCard rail={order.rail} verified={order.verified} />
            <Card
              title={t('trading:waterfall.title')}
              sub={
                order.waterfall.settledAt
                  ? t('trading:waterfall.settled', { date: words.format.date(order.waterfall.settledAt) })
                  : t('trading:waterfall.planned')
              }
            >
              <Waterfall
                parts={order.waterfall.parts}
                priceMinor={order.priceMinor}
                currency={order.currency}
                cooperativeName={order.cooperative.name}
              />
            </Card>
            <OrderTimelineCard timeline={order.timeline} />
            <OrderEvidenceCard evidence={order.evidence} />
            {more}
          </>
        }
      />
    </>
  );
}
