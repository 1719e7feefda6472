import type { BandLevel } from '#app/valuation/methods/method';
import { unitDecimals } from '#app/prices/vocabulary/unit-decimals';
import { DataTable } from '#app/ui/display/table';
import { isMineral } from '../products/minerals';
import { bandPerUnit, type BandPerUnit } from './band-per-unit';
import { isMoist } from './moisture';
import { MINERAL_LABEL } from '../vocabulary/labels';
import type { KnownBand } from './known-band';
import type { ConvertedAmount } from './converted-amount.server';
import { useWords } from '#app/platform/i18n/use-words';
import { atRate } from './at-rate';
import type { GapLot } from './gap-lines';
import { perText } from './unit-text';

const LEVELS: BandLevel[] = ['floor', 'fair', 'ceiling'];
const LEVEL: Record<BandLevel, string> = {
  floor: 'catalogue:band.floor',
  fair: 'catalogue:band.fair',
  ceiling: 'catalogue:band.ceiling',
};

interface BandUnitTableProps {
  band: KnownBand;
  lot: GapLot;
  /** The ask in other currencies: their rates turn the band too. None is assumed. */
  converted: ConvertedAmount[];
}

/**
 * The band of one gram, carat, piece or tonne, in the lot's and in other currencies. Their rates stand with
 * the ask.
 */
export function BandUnitTable({ band, lot, converted }: BandUnitTableProps) {
  const words = useWords();
  const { t, format } = words;
  const own = { currency: band.currency, each: bandPerUnit({ ...lot, currency: band.currency }, band) };
  const others = converted.map((rate) => {
    const points = pointsAt(band, rate);
    return { currency: rate.currency, each: bandPerUnit({ ...lot, currency: rate.currency }, points) };
  });
  const mineral = isMineral(lot.mineral) ? t(MINERAL_LABEL[lot.mineral]) : lot.mineral;
  const currencies = [own, ...others].map(({ currency }) => currency).join(', ');
  const price = (each: BandPerUnit, level: BandLevel) => format.number(each[level], unitDecimals(each.floor));
  return (
    <div className="my-3">
      <DataTable
        caption={perText({ ...own.each, moist: isMoist(lot) }, { price: currencies, mineral }, words)}
        rows={LEVELS}
        rowKey={(level) => level}
        // More columns than two do not fit a narrow phone.
        phone={others.length > 1 ? 'stack' : 'keep'}
        columns={[
          { key: 'level', header: t('catalogue:band.level'), rowHeader: true, cell: (level) => t(LEVEL[level]) },
          { key: 'own', header: own.currency, align: 'end', cell: (level) => price(own.each, level) },
          ...others.map(({ currency, each }) => ({
            key: currency,
            header: t('catalogue:band.about', { currency }),
            align: 'end' as const,
            cell: (level: BandLevel) => price(each, level),
          })),
        ]}
      />
    </div>
  );
}

function pointsAt({ floorMinor, fairMinor, ceilingMinor, currency }: KnownBand, rate: ConvertedAmount) {
  const at = (minor: bigint) => atRate(minor, currency, rate);
  return { floorMinor: at(floorMinor), fairMinor: at(fairMinor), ceilingMinor: at(ceilingMinor) };
}
