import type { VerdictState } from '#app/valuation/bands/verdict';
import { asCurrency } from '#app/money/currency';
import type { Formats } from '#app/platform/i18n/format';
import type { Translate } from '../vocabulary/lot-title';
import { gapText } from '#app/valuation/vocabulary/gap-text';

const TITLE: Record<VerdictState, string> = {
  'below-floor': 'catalogue:verdictTitle.belowFloor',
  low: 'catalogue:verdictTitle.low',
  fair: 'catalogue:verdictTitle.fair',
  high: 'catalogue:verdictTitle.high',
  'above-ceiling': 'catalogue:verdictTitle.aboveCeiling',
};

const SENTENCE: Record<VerdictState, string> = {
  'below-floor': 'catalogue:verdictSentence.belowFloor',
  low: 'catalogue:verdictSentence.low',
  fair: 'catalogue:verdictSentence.fair',
  high: 'catalogue:verdictSentence.high',
  'above-ceiling': 'catalogue:verdictSentence.aboveCeiling',
};

type Stand = {
  state: VerdictState;
  gapPct: string | null;
  gapMinor: bigint;
  askMinor: bigint;
  floorMinor: bigint;
  ceilingMinor: bigint;
  currency: string;
};

/** One bold word and one sentence about an ask: how much over or under what, in money and in percent. */
export function verdictText(
  stand: Stand,
  { t, format }: { t: Translate; format: Formats },
): { title: string; sentence: string } {
  const currency = asCurrency(stand.currency);
  const money = (minor: bigint) => format.money({ minor: minor < 0n ? -minor : minor, currency });
  const pct = stand.gapPct === null ? '' : gapText(format, stand.gapPct);
  return {
    title: t(TITLE[stand.state]),
    sentence: t(SENTENCE[stand.state], {
      gap: money(stand.gapMinor),
      pct,
      overFloor: money(stand.askMinor - stand.floorMinor),
      underCeiling: money(stand.ceilingMinor - stand.askMinor),
    }),
  };
}
