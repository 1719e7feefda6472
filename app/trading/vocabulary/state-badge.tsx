import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import { OPEN_STATES, type OrderState } from '../lifecycle/order-lifecycle';
import { STATE_LABEL, STATE_TONE } from './labels';

/** Where an order is, in one or two words. */
export function StateBadge({ state }: { state: OrderState }) {
  const { t } = useTranslation();
  return (
    <Badge tone={STATE_TONE[state]} icon={OPEN_STATES.includes(state) ? 'clock' : undefined}>
      {t(STATE_LABEL[state])}
    </Badge>
  );
}
