import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import type { Formats } from '#app/platform/i18n/format';
import { BandBar } from '#app/ui/charts/band/band-bar';
import { useWords } from '#app/platform/i18n/use-words';

type BandFigures = { floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint };

interface LotBandBarProps {
  band: BandFigures;
  askMinor: bigint | null;
  currency: string;
  size?: 'sm' | 'lg';
  /** What the marker is, where it is not the lot's own ask. */
  markerLabel?: string;
}

/**
 * The band of one lot: floor, fair and ceiling of the whole lot with the ask as the marker. The same picture
 * everywhere.
 */
export function LotBandBar({ band, askMinor, currency, size = 'lg', markerLabel }: LotBandBarProps) {
  const { t, format } = useWords();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) });
  const point = (minor: bigint, label: string) => ({ at: minor, label, value: shortFigure(minor, currency, format) });
  const figures = { floor: money(band.floorMinor), fair: money(band.fairMinor), ceiling: money(band.ceilingMinor) };
  return (
    <BandBar
      low={point(band.floorMinor, t('catalogue:band.floor'))}
      mid={point(band.fairMinor, t('catalogue:band.fair'))}
      high={point(band.ceilingMinor, t('catalogue:band.ceiling'))}
      marker={askMinor === null ? null : { at: askMinor, label: markerLabel ?? t('catalogue:band.thisLot') }}
      summary={
        askMinor === null || markerLabel
          ? t('catalogue:band.summaryNoAsk', figures)
          : t('catalogue:band.summary', { ...figures, ask: money(askMinor) })
      }
      size={size}
    />
  );
}

/** Whole units from a thousand on: the exact amounts stand in the words and in the working. */
function shortFigure(minor: bigint, currency: string, format: Formats): string {
  const value = { minor, currency: asCurrency(currency) };
  const amount = toAmount(value);
  const wholeDigits = (amount.split('.')[0] ?? '').length;
  return wholeDigits > 3 ? format.number(amount, { maxDecimals: 0 }) : format.amount(value);
}
