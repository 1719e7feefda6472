import { useTranslation } from 'react-i18next';
import { Badge } from '#app/ui/display/badge';
import type { Tone } from '#app/ui/tones';
import { VERDICT_LABEL, type VerdictKey } from '../vocabulary/labels';

const TONE: Record<VerdictKey, Tone> = {
  'below-floor': 'bad',
  low: 'warn',
  fair: 'good',
  high: 'warn',
  'above-ceiling': 'bad',
  none: 'plain',
};

/** Where an ask stands, in one or two words. */
export function VerdictBadge({ verdict }: { verdict: string | null }) {
  const { t } = useTranslation();
  const key = verdict !== null && isVerdict(verdict) ? verdict : 'none';
  return <Badge tone={TONE[key]}>{t(VERDICT_LABEL[key])}</Badge>;
}

function isVerdict(key: string): key is VerdictKey {
  return Object.hasOwn(VERDICT_LABEL, key);
}
