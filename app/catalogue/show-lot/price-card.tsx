import type { ReactNode } from 'react';
import { asCurrency } from '#app/money/currency';
import { Card } from '#app/ui/layout/card';
import { isMineral } from '../products/minerals';
import { askPerUnit } from '../lot-band/ask-per-unit';
import { isMoist } from '../lot-band/moisture';
import { AVAILABILITY_LABEL, MINERAL_LABEL } from '../vocabulary/labels';
import { quantityText } from '../vocabulary/lot-title';
import type { ShownBand } from '../lot-band/known-band';
import type { ConvertedAmount } from '../lot-band/converted-amount.server';
import type { LotTerms } from './lot-terms.server';
import { BandPanel } from '../lot-band/band-panel';
import { ConvertedLine } from '../lot-band/converted-line';
import { perDryUnitText, perUnitText } from '../lot-band/unit-text';
import { useWords } from '#app/platform/i18n/use-words';

interface PriceCardProps {
  lot: LotTerms;
  band: ShownBand;
  converted: ConvertedAmount[];
  workingHref: string | null;
  /** Buttons and what follows them. */
  children?: ReactNode;
}

/** The ask, where it stands in its band, and what it stands on. */
export function PriceCard({ lot, band, converted, workingHref, children }: PriceCardProps) {
  const words = useWords();
  const { t, format } = words;
  const mineral = isMineral(lot.mineral) ? t(MINERAL_LABEL[lot.mineral]) : lot.mineral;
  const dry = perDryUnitText(lot, words);
  return (
    <Card sticky>
      <h2 className="text-sm text-soft">{t('catalogue:price.asking')}</h2>
      <p className="font-display text-[1.75rem] leading-tight font-semibold whitespace-nowrap sm:text-[2.125rem]">
        {format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) })}
      </p>
      <p className="text-sm text-soft">
        {perUnitText({ ...askPerUnit(lot), moist: isMoist(lot) }, lot.currency, mineral, words)}
      </p>
      {dry === null ? null : <p className="text-sm text-soft">{dry}</p>}
      {lot.availability === 'all' ? null : (
        <p className="text-sm font-semibold">
          {lot.availableQuantity === null
            ? t(AVAILABILITY_LABEL[lot.availability])
            : t('catalogue:price.partLeft', {
                quantity: quantityText(lot.quantity, lot.unit, words),
                left: quantityText(lot.availableQuantity, lot.unit, words),
              })}
        </p>
      )}
      {converted.map((amount) => (
        <ConvertedLine key={amount.currency} amount={amount} />
      ))}
      <BandPanel band={band} askMinor={lot.askMinor} workingHref={workingHref} lot={lot} converted={converted} />
      {children}
    </Card>
  );
}
