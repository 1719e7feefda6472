import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import type { Tone } from '#app/ui/tones';
import type { PayoutState } from './payout-lifecycle';

const STATE_LABEL = {
  prepared: 'payments:state.prepared',
  approved: 'payments:state.approved',
  confirmed: 'payments:state.confirmed',
  mismatch: 'payments:state.mismatch',
  accepting: 'payments:state.accepting',
  partial: 'payments:state.partial',
  cancelled: 'payments:state.cancelled',
} as const satisfies Record<PayoutState, string>;

const TONE: Record<PayoutState, Tone> = {
  prepared: 'warn',
  approved: 'good',
  confirmed: 'good',
  mismatch: 'bad',
  accepting: 'warn',
  partial: 'warn',
  cancelled: 'plain',
};

/** Where a payout is, in one or two words. */
export function PayoutBadge({ state }: { state: PayoutState }) {
  const { t } = useTranslation();
  return (
    <Badge tone={TONE[state]} icon={state === 'prepared' || state === 'approved' ? 'clock' : undefined}>
      {t(STATE_LABEL[state])}
    </Badge>
  );
}
