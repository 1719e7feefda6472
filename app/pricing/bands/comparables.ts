import type { Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';

/** A verified order as far as it may speak for others: price per unit of the lot's own unit. */
export type ComparableSale = {
  orderId: string;
  sellerId: string;
  buyerId: string;
  form: string;
  quality: string;
  size: string;
  originCountry: string;
  /** `2026-05-31` */
  soldOn: string;
  unitPrice: string;
  currency: Currency;
};

export type CellKey = Pick<ComparableSale, 'form' | 'quality' | 'size' | 'originCountry'>;

const CELL_WIDTHS = ['exact', 'any-size', 'any-country'] as const;
type CellWidth = (typeof CELL_WIDTHS)[number];

const LEAST = { orders: 5, sellers: 3, buyers: 3 };
const MONTHS_BACK = 24;

/**
 * The sales that may set a band for a cell, and how far it had to be widened (drop size, then country); null when even the widest is
 * too thin. A wider cell is only used when what it adds to each narrower cell that is itself published is nothing, or thick enough by
 * itself: otherwise subtracting one from the other would show single orders.
 */
export function comparableCell(
  sales: readonly ComparableSale[],
  key: CellKey,
  asOf: string,
): { width: CellWidth; sales: ComparableSale[] } | null {
  const recent = sales.filter((sale) => isRecent(sale.soldOn, asOf));
  for (const width of CELL_WIDTHS) {
    const cell = recent.filter((sale) => inCell(sale, key, width));
    if (isThick(cell) && hidesSingles(cell, width)) return { width, sales: cell };
  }
  return null;
}

function inCell(sale: ComparableSale, key: CellKey, width: CellWidth): boolean {
  if (sale.form !== key.form || sale.quality !== key.quality) return false;
  if (width === 'any-country') return true;
  return sale.originCountry === key.originCountry && (width === 'any-size' || sale.size === key.size);
}

function isThick(sales: readonly ComparableSale[]): boolean {
  const distinct = (pick: (sale: ComparableSale) => string): number => new Set(sales.map(pick)).size;
  return (
    sales.length >= LEAST.orders &&
    distinct((sale) => sale.sellerId) >= LEAST.sellers &&
    distinct((sale) => sale.buyerId) >= LEAST.buyers
  );
}

function hidesSingles(cell: readonly ComparableSale[], width: CellWidth): boolean {
  if (width === 'exact') return true;
  const bySize = groups(cell, (sale) => `${sale.originCountry}/${sale.size}`).filter(isThick);
  const byCountry = width === 'any-country' ? groups(cell, (sale) => sale.originCountry).filter(isThick) : [];
  const published = [...bySize, ...byCountry];
  const rests = published.map((part) => cell.filter((sale) => !part.includes(sale)));
  const restOfAll = cell.filter((sale) => !published.some((part) => part.includes(sale)));
  return [...rests, restOfAll].every((rest) => rest.length === 0 || isThick(rest));
}

function groups<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item]);
  return [...found.values()];
}

/** Within the 24 months that end on `asOf`; both are ISO dates, which sort as text. */
function isRecent(soldOn: string, asOf: string): boolean {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const months = year * 12 + (month - 1) - MONTHS_BACK;
  const start = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}${asOf.slice(7)}`;
  return soldOn > start && soldOn <= asOf;
}

/** Percentile by linear interpolation between closest ranks (Hyndman and Fan, type 7). `values` must not be empty. */
export function percentile(values: readonly string[], percent: number): Decimal {
  const sorted = values.map((value) => new Decimal(value)).sort((a, b) => a.comparedTo(b));
  const position = new Decimal(percent).times(sorted.length - 1).div(100);
  const below = position.floor();
  const low = sorted[below.toNumber()];
  const high = sorted[Math.min(below.toNumber() + 1, sorted.length - 1)];
  if (!low || !high) throw new RangeError('No values');
  return low.plus(high.minus(low).times(position.minus(below)));
}
