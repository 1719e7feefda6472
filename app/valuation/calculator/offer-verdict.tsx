import { useTranslation } from 'react-i18next';
import type { Money } from '#app/money/money';
import { useFormat } from '#app/platform/i18n/use-format';
import { Notice } from '#app/ui/display/notice';
import type { VerdictState } from '../bands/verdict';
import { VERDICT_SENTENCE, VERDICT_TONE } from './calculator-labels';
import { gapText } from '../vocabulary/gap-text';

interface OfferVerdictProps {
  offer: Money;
  verdict: { state: string; gapPct: string | null; gapMinor: bigint };
}

/** Where an offer stands in a band, in one sentence: in money and in percent. */
export function OfferVerdict({ offer, verdict }: OfferVerdictProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = verdict.state as VerdictState;
  const gap = { minor: verdict.gapMinor < 0n ? -verdict.gapMinor : verdict.gapMinor, currency: offer.currency };
  return (
    <Notice tone={VERDICT_TONE[state]}>
      {t(VERDICT_SENTENCE[state], {
        offer: format.money(offer),
        gap: format.money(gap),
        pct: gapText(format, verdict.gapPct ?? '0'),
      })}
    </Notice>
  );
}
