import type { Period } from '../series/period';

/** Day on which the shipped prices were published; a demo's clock starts there. */
export const SNAPSHOT_PUBLISHED_ON = '2026-06-02';

export const SNAPSHOT_LICENCE =
  'World Bank, Commodity Price Data (The Pink Sheet), CC BY 4.0; twelve series, figures only';

/** One value a month from `from` on, null where the publisher has none. */
export type SnapshotData = {
  publishedOn: string;
  licence: string;
  from: Period;
  series: Record<string, (string | null)[]>;
};
