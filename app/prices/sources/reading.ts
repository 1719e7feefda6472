import type { Ok } from '#app/platform/result';
import type { Period } from '../series/period';
import type { ImportRefusal } from './import-refusal';

/** One figure of a publisher's file. */
export type Figure = { series: string; period: Period; value: string };

/**
 * What a publication says: the publisher's date and every figure, in the file's order. A figure is a price of a series in a month, or of a pair of currencies
 * (`EUR/USD`: US dollars for one euro) on a day.
 */
export type Vintage = { publishedOn: string; figures: Figure[] };

/** A file as far as it could be read: a refused one may have said its date and some figures. */
export type FileReading = {
  sha256: string;
  publishedOn: string | null;
  /** Numbers that are ours. */
  read: number;
  /** What names something that we do not know, and was passed over. */
  passedOver?: readonly string[];
  /** Of a file of daily prices: days on which none was made, left out. */
  daysWithoutPrice?: number;
  vintage: Ok<Vintage> | ImportRefusal;
};

/** What a file cannot say of itself. */
export type ReadingHints = {
  /** The publisher's day, for a format that has no place for it. */
  publishedOn: string | null;
  /** Key → unit of the series that there are, and which one a file without names fills. */
  series: ReadonlyMap<string, string>;
  fills?: string;
};

/** Rates are told from prices by their name. */
export function isPair(series: string): boolean {
  return /^[A-Z]{3}\/[A-Z]{3}$/.test(series);
}
