import { Badge } from '#app/ui/display/badge';
import type { Tone } from '#app/ui/tones';
import { STATE_LABEL } from './labels';
import type { LotState } from './lot-lifecycle';
import { useWords } from '#app/platform/i18n/use-words';

const TONE: Record<LotState, Tone> = {
  draft: 'plain',
  submitted: 'warn',
  listed: 'good',
  sold: 'info',
  closed: 'plain',
  withdrawn: 'plain',
  expired: 'plain',
};

export function StateBadge({ state }: { state: LotState }) {
  const { t } = useWords();
  return <Badge tone={TONE[state]}>{t(STATE_LABEL[state])}</Badge>;
}
