import type { Deps } from '#app/platform/deps';

export type SeriesFacts = { key: string; unit: string; source: string; licence: string; attribution: string };

/** What a series is; null when there is none of that key. */
export async function getSeries(deps: Pick<Deps, 'db'>, key: string): Promise<SeriesFacts | null> {
  // What was typed into an address may hold bytes that the database takes in no text.
  if (!/^[\w.-]{1,64}$/.test(key)) return null;
  return deps.db.series.findUnique({
    where: { key },
    select: { key: true, unit: true, source: true, licence: true, attribution: true },
  });
}
