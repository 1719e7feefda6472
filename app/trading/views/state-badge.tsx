import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import type { Tone } from '#app/ui/tones';
import { OPEN_STATES, type OrderState } from '../order-lifecycle';
import { STATE_LABEL } from './labels';

const TONE: Record<OrderState, Tone> = {
  placed: 'warn',
  paid: 'good',
  shipped: 'good',
  delivered: 'good',
  settled: 'good',
  expired: 'plain',
  cancelled: 'plain',
  refunded: 'plain',
  lost: 'bad',
};

/** Where an order is, in one or two words. */
export function StateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation();
  return (
    <Badge tone={TONE[state]} icon={OPEN_STATES.includes(state) ? 'clock' : undefined}>
      {t(STATE_LABEL[state])}
    </Badge>
  );
}
