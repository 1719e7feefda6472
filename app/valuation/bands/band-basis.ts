import { isQuantityUnit, type QuantityUnit } from '#app/money/units';
import type { CostSheet, Method } from '../methods/method';
import { percentile, type PublishedCell } from '../comparables/published-cell';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import { BAND_LEVELS } from '../methods/method';

/** A cell as a band uses it and as the world sees it: figures, never a single price. */
export type CellFigures = Omit<PublishedCell, 'unitPrices' | 'key' | 'unit'> & {
  unit: QuantityUnit;
  quality: string;
  size: string | null;
  country: string | null;
  /** By percentile, in US dollars per unit. */
  percentiles: Record<string, string>;
};

/** Which of the ways that a method names made the band, and on what. */
export type BandBasis =
  | { kind: 'reference' }
  | { kind: 'costs'; of: 'own' | 'reference'; country: string | null; sheet: CostSheet; salesTooFew: boolean }
  | { kind: 'sales'; cell: CellFigures };

/**
 * A percentile of a small cell is close to what somebody paid: it, and the band made of it, has three digits. Evidence from before keeps
 * what it says.
 */
const PUBLISHED_DIGITS = 3;

/** The percentiles of a cell that a method asks for; null where it asks for none. */
export function cellFigures(method: Method, cell: PublishedCell | null): CellFigures | null {
  if (!cell || (method.family !== 'comparables' && method.family !== 'cost-plus')) return null;
  const asked = BAND_LEVELS.flatMap((level) => method.terms[level].percentile ?? []);
  if (asked.length === 0) return null;
  const { unitPrices, key, unit, ...rest } = cell;
  if (!isQuantityUnit(unit)) return null;
  return {
    unit,
    ...rest,
    quality: key.quality,
    size: rest.width === 'exact' ? key.size : null,
    country: rest.width === 'any-country' ? null : key.originCountry,
    percentiles: Object.fromEntries(
      asked.map((percent) => [
        `${percent}`,
        percentile(unitPrices, percent).toSignificantDigits(PUBLISHED_DIGITS).toFixed(),
      ]),
    ),
  };
}

/** What a band stands on, in one line: when this line and the figures stay the same, nothing has happened. */
export function basisLine(
  basis: BandBasis,
  references: readonly ReferencePrice[],
  rates: readonly FxReference[],
): string {
  const parts = references.map(({ series, period, vintage }) => `${series} ${period} (${vintage})`);
  if (basis.kind === 'costs') parts.push(basis.of === 'own' ? 'own costs' : `reference costs ${basis.country ?? ''}`);
  if (basis.kind === 'sales') parts.push(`sales ${basis.cell.width} ${basis.cell.release}`);
  return [...parts, ...rates.map(({ base, quote, on }) => `${quote}/${base} ${on}`)].join('; ');
}
