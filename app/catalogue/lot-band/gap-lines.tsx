import { asCurrency } from '#app/money/currency';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { isMineral } from '../products/minerals';
import type { Grade } from '../products/contained-mass';
import { askPerUnit } from './ask-per-unit';
import { isMoist } from './moisture';
import { MINERAL_LABEL } from '../vocabulary/labels';
import type { LotVerdict } from './known-band';
import type { ConvertedAmount } from './converted-amount.server';
import { atRate } from './at-rate';
import { perUnitText } from './unit-text';
import { useWords } from '#app/platform/i18n/use-words';

export type GapLot = {
  mineral: string;
  form: string;
  quantity: string;
  unit: string;
  grades: readonly Grade[];
  currency: string;
  facts?: Record<string, string>;
};

interface GapLinesProps {
  verdict: LotVerdict;
  lot: GapLot;
  converted: ConvertedAmount[];
  /** The rates stand elsewhere in the same card. */
  ratesNamed?: boolean;
}

/** The difference of an ask per gram, carat, piece or tonne, and in local money with its rate. */
export function GapLines({ verdict, lot, converted, ratesNamed = false }: GapLinesProps) {
  const words = useWords();
  const { t, format } = words;
  const gapMinor = verdict.gapMinor < 0n ? -verdict.gapMinor : verdict.gapMinor;
  if (gapMinor === 0n || verdict.state === 'fair') return null;
  const mineral = isMineral(lot.mineral) ? t(MINERAL_LABEL[lot.mineral]) : lot.mineral;
  const perUnit = perUnitText(
    { ...askPerUnit({ ...lot, askMinor: gapMinor }), moist: isMoist(lot) },
    lot.currency,
    mineral,
    words,
  );
  return (
    <p className="text-sm text-soft">
      {t('catalogue:verdictGap.unit', { gap: perUnit })}{' '}
      {converted.map((amount) => (
        <span key={amount.currency}>
          {t(ratesNamed ? 'catalogue:verdictGap.whole' : 'catalogue:verdictGap.local', {
            gap: format.money(
              { minor: atRate(gapMinor, lot.currency, amount), currency: asCurrency(amount.currency) },
              { whole: true },
            ),
            rate: format.rate(amount.rate),
            base: amount.base,
            quote: amount.quote,
            date: format.date(amount.on),
            source: shippedText(t, amount.source),
          })}{' '}
        </span>
      ))}
    </p>
  );
}
