import { Notice } from '#app/ui/display/notice';
import type { ShownBand } from './known-band';
import type { ConvertedAmount } from './converted-amount.server';
import { BandBasisLine } from '#app/valuation/bands/band-basis-line';
import { BandUnitTable } from './band-unit-table';
import { GapLines, type GapLot } from './gap-lines';
import { LotBandBar } from './lot-band-bar';
import { ReferenceLines } from './reference-lines';
import { useWords } from '#app/platform/i18n/use-words';
import { verdictText } from './verdict-text';

interface BandPanelProps {
  band: ShownBand;
  askMinor: bigint | null;
  workingHref: string | null;
  /** What is sold, to say a gap per gram, carat, piece or tonne. */
  lot?: GapLot;
  /** The ask in other currencies: at the same rates the gap is said too. */
  converted?: ConvertedAmount[];
}

/**
 * Bar, verdict in one sentence, what that is per unit and in local money, and what it all stands on. Or why
 * there is no band.
 */
export function BandPanel({ band, askMinor, workingHref, lot, converted = [] }: BandPanelProps) {
  const words = useWords();
  const { t } = words;
  if (!band.known) {
    return (
      <div className="my-4">
        <Notice tone="info" title={t('catalogue:band.none')}>
          {t(band.reasonKey, band.params)}
        </Notice>
      </div>
    );
  }
  const { verdict } = band;
  const stand = verdict && askMinor !== null ? verdictText({ ...verdict, ...band, askMinor }, words) : null;
  return (
    <>
      <LotBandBar band={band} askMinor={askMinor} currency={band.currency} />
      {stand ? (
        <p className="text-[1.0625rem]">
          <strong>{stand.title}</strong> {stand.sentence}
        </p>
      ) : null}
      {lot ? <BandUnitTable band={band} lot={lot} converted={converted} /> : null}
      {verdict && lot ? <GapLines verdict={verdict} lot={lot} converted={converted} ratesNamed /> : null}
      <BandBasisLine basis={band.basis} />
      <ReferenceLines band={band} workingHref={workingHref} />
    </>
  );
}
