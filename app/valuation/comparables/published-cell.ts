import { Decimal } from '#app/money/decimal';
import type { CohortKey } from './cohorts';

export const CELL_WIDTHS = ['exact', 'any-size', 'any-country'] as const;
export type CellWidth = (typeof CELL_WIDTHS)[number];

/** What a lot is compared with. */
export type CellKey = {
  mineral: string;
  form: string;
  quality: string;
  size: string;
  originCountry: string;
};

/** A cohort as it was published, with the unit prices of its sales. */
export type PublishedCohort = CohortKey & {
  /** First day of the month of its first release. */
  month: string;
  soldFrom: string;
  soldTo: string;
  sales: readonly { unitPrice: string; sellerId: string; buyerId: string }[];
};

/** What a band may use of a cell. The single prices stay inside; a page and the evidence show the percentiles. */
export type PublishedCell = {
  width: CellWidth;
  key: CellKey;
  unit: string;
  /** Month of the release: `2026-06-01`. */
  release: string;
  orders: number;
  sellers: number;
  buyers: number;
  soldFrom: string;
  soldTo: string;
  /** In US dollars per unit, sorted. */
  unitPrices: readonly string[];
};

const MONTHS_BACK = 24;

/**
 * The narrowest published cell for a lot at a day: the exact one, else of any size, else of any country; null where even that has no cohort.
 * A cell is always a union of whole cohorts, each of which is thick, so that whatever is left when one cell is taken from another (or from
 * itself a month earlier) is nothing or thick again. Cells change on the first of a month only.
 */
export function publishedCell(
  cohorts: readonly PublishedCohort[],
  { key, units, asOf }: { key: CellKey; units: readonly string[]; asOf: string },
): PublishedCell | null {
  const release = `${asOf.slice(0, 7)}-01`;
  const start = monthsBefore(release, MONTHS_BACK);
  const inForce = cohorts.filter(
    (one) => one.month <= release && one.soldFrom >= start && alike(one, key) && units.includes(one.unit),
  );
  const unit = inForce[0]?.unit;
  if (unit === undefined) return null;
  const ofUnit = inForce.filter((one) => one.unit === unit);
  for (const width of CELL_WIDTHS) {
    const within = ofUnit.filter((one) => isWithin(one, key, width));
    if (within.length > 0) return cellOf(within, { width, key, unit, release });
  }
  return null;
}

/** Whether all of a cohort belongs to the cell of this width. */
function isWithin(cohort: CohortKey, key: CellKey, width: CellWidth): boolean {
  if (width === 'any-country') return true;
  if (cohort.country !== key.originCountry) return false;
  return width === 'any-size' || cohort.size === key.size;
}

function alike(cohort: CohortKey, { mineral, form, quality }: CellKey): boolean {
  return cohort.mineral === mineral && cohort.form === form && cohort.quality === quality;
}

function cellOf(
  cohorts: readonly PublishedCohort[],
  head: Pick<PublishedCell, 'width' | 'key' | 'unit' | 'release'>,
): PublishedCell {
  const sales = cohorts.flatMap((cohort) => cohort.sales);
  const days = cohorts.flatMap(({ soldFrom, soldTo }) => [soldFrom, soldTo]).sort();
  return {
    ...head,
    orders: sales.length,
    sellers: new Set(sales.map(({ sellerId }) => sellerId)).size,
    buyers: new Set(sales.map(({ buyerId }) => buyerId)).size,
    soldFrom: days[0] ?? '',
    soldTo: days.at(-1) ?? '',
    unitPrices: sales
      .map(({ unitPrice }) => new Decimal(unitPrice))
      .sort((a, b) => a.comparedTo(b))
      .map((price) => price.toFixed()),
  };
}

function monthsBefore(firstOfMonth: string, count: number): string {
  const [year = 0, month = 1] = firstOfMonth.split('-').map(Number);
  const months = year * 12 + (month - 1) - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** Percentile by linear interpolation between closest ranks (Hyndman and Fan, type 7). `sorted` must not be empty. */
export function percentile(sorted: readonly string[], percent: number): Decimal {
  const position = new Decimal(percent).times(sorted.length - 1).div(100);
  const below = position.floor();
  const low = sorted[below.toNumber()];
  const high = sorted[Math.min(below.toNumber() + 1, sorted.length - 1)];
  if (low === undefined || high === undefined) throw new RangeError('No values');
  return new Decimal(low).plus(new Decimal(high).minus(low).times(position.minus(below)));
}
