import { asCurrency } from '#app/money/currency';
import { PurityRead } from '#app/pricing/views/purity-read';
import { gradeText } from '#app/pricing/views/words/unit-text';
import { Checkbox } from '#app/ui/forms/choices';
import type { ListingDoubts } from '../lots/listing-doubts';
import { quantityText } from '../lots/lot-title';
import { UnlikelyNotice } from './unlikely-notice';
import { useWords } from './use-words';

/** What is unlikely about a lot, and the tick that it is meant all the same: one for the price and the purity together. */
export function ConfirmDoubts({ doubts }: { doubts: ListingDoubts }) {
  const words = useWords();
  const { t, format } = words;
  const { ask, purity, quantity, dry, token } = doubts;
  const currency = asCurrency(doubts.currency);
  const said = {
    ask: ask ? format.money({ minor: ask.askMinor, currency }) : '',
    purity: purity ? gradeText(t, format, purity) : '',
  };
  const label = !purity ? 'catalogue:own.meantPrice' : ask ? 'catalogue:own.meantBoth' : 'catalogue:own.meantPurity';
  return (
    <div className="space-y-3">
      {ask ? <UnlikelyNotice unlikely={ask} currency={currency} /> : null}
      {purity ? (
        <PurityRead
          quantity={quantityText(quantity.value, quantity.unit, words)}
          dry={dry === null ? null : quantityText(dry, quantity.unit, words)}
          purity={purity}
        />
      ) : null}
      <Checkbox name="meant" value={token} label={t(label, said)} />
    </div>
  );
}
