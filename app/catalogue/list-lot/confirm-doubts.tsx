import { asCurrency } from '#app/money/currency';
import { PurityRead } from '#app/valuation/vocabulary/purity-read';
import { gradeText } from '#app/prices/vocabulary/unit-text';
import { Checkbox } from '#app/ui/forms/choices';
import type { ListingDoubts } from './listing-doubts';
import { quantityText } from '../vocabulary/lot-title';
import { BelowFloorFields } from '../below-floor/below-floor-fields';
import { UnlikelyNotice } from './unlikely-notice';
import { useWords } from '#app/platform/i18n/use-words';

interface ConfirmDoubtsProps {
  doubts: ListingDoubts;
  /** Why it is under the floor, as typed before. */
  reason: string;
  error: string | null;
}

/**
 * What is unlikely about a lot, and the tick that it is meant all the same: one for the price and the purity
 * together.
 */
export function ConfirmDoubts({ doubts, reason, error }: ConfirmDoubtsProps) {
  const words = useWords();
  const { t, format } = words;
  const { ask, belowFloor, purity, quantity, dry, token } = doubts;
  const currency = asCurrency(doubts.currency);
  const asked = ask?.askMinor ?? belowFloor?.askMinor;
  const said = {
    ask: asked === undefined ? '' : format.money({ minor: asked, currency }),
    purity: purity ? gradeText(t, format, purity) : '',
  };
  const label = !purity
    ? 'catalogue:own.confirmPrice'
    : asked !== undefined
      ? 'catalogue:own.confirmBoth'
      : 'catalogue:own.confirmPurity';
  return (
    <div className="space-y-3">
      {ask ? <UnlikelyNotice unlikely={ask} currency={currency} /> : null}
      {belowFloor ? (
        <BelowFloorFields belowFloor={belowFloor} currency={currency} reason={reason} error={error} />
      ) : null}
      {purity ? (
        <PurityRead
          quantity={quantityText(quantity.value, quantity.unit, words)}
          dry={dry === null ? null : quantityText(dry, quantity.unit, words)}
          purity={purity}
        />
      ) : null}
      <Checkbox name="confirmed" value={token} label={t(label, said)} />
    </div>
  );
}
