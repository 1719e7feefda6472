/** What the figures of a series rest on. Under one key it never changes: old figures would carry words that were not theirs. */
export const IDENTITY = ['commodity', 'currency', 'per', 'source', 'licence', 'attribution'] as const;
export type SeriesIdentity = Record<(typeof IDENTITY)[number], string>;

/** What of a series staff may change: none of it says where a figure comes from. */
export const SETTINGS = ['pageUrl', 'freshDays', 'staleDays', 'quarantinePct'] as const;
export type SeriesSettings = { pageUrl: string; freshDays: number; staleDays: number; quarantinePct: string };

/** The first thing in which a description is of another series; null where it is the same one. */
export function otherIdentity(known: SeriesIdentity, input: SeriesIdentity): keyof SeriesIdentity | null {
  return IDENTITY.find((name) => known[name] !== input[name]) ?? null;
}
