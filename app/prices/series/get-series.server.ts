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

/** When a value of a series (or of any) last came or was decided on; null where none ever did. */
export async function lastRecorded(deps: Pick<Deps, 'db'>, key: string | null): Promise<Date | null> {
  const [row] = await deps.db.$queryRaw<{ last: Date | null }[]>`
    SELECT greatest(
      (SELECT max("recordedAt") FROM "Observation" WHERE ${key}::text IS NULL OR "seriesKey" = ${key}),
      (SELECT max("recordedAt") FROM "ObservationInForce" WHERE ${key}::text IS NULL OR "seriesKey" = ${key}),
      (SELECT max(d."decidedAt") FROM "QuarantineDecision" d JOIN "Observation" o ON o.id = d."observationId"
        WHERE ${key}::text IS NULL OR o."seriesKey" = ${key})
    ) AS last`;
  return row?.last ?? null;
}
