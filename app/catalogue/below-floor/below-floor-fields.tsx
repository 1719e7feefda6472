import { asCurrency } from '#app/money/currency';
import { gapText } from '#app/valuation/vocabulary/gap-text';
import { Notice } from '#app/ui/display/notice';
import { TextArea } from '#app/ui/forms/text-input';
import { useWords } from '#app/platform/i18n/use-words';
import { REASON_MAX_LENGTH, type BelowFloor } from './below-floor';

interface BelowFloorFieldsProps {
  belowFloor: BelowFloor;
  currency: string;
  /** As typed before. */
  reason: string;
  error: string | null;
}

/** How far an ask is under the floor, what it leaves in hand, and the seller's reason for it. */
export function BelowFloorFields({ belowFloor, currency, reason, error }: BelowFloorFieldsProps) {
  const { t, format } = useWords();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  const { askMinor, floorMinor, gapMinor, gapPct, inHand } = belowFloor;
  return (
    <>
      <Notice tone="warn" title={t('catalogue:belowFloor.title')}>
        <p>
          {t('catalogue:belowFloor.text', {
            ...{ ask: money(askMinor), floor: money(floorMinor) },
            ...{ gap: money(gapMinor), pct: gapText(format, gapPct) },
          })}
        </p>
        <p className="mt-2 font-semibold">
          {inHand
            ? t('catalogue:belowFloor.inHand', { net: money(inHand.minor), pct: format.percent(inHand.pct, 1) })
            : t('catalogue:belowFloor.inHandUnknown')}
        </p>
      </Notice>
      <TextArea
        name="belowFloorReason"
        label={t('catalogue:belowFloor.reason')}
        hint={t('catalogue:belowFloor.reasonHint')}
        rows={3}
        maxLength={REASON_MAX_LENGTH}
        defaultValue={reason}
        error={error}
        required
      />
    </>
  );
}
