import type { Deps } from '#app/platform/deps';
import { SERIES_DEFINITIONS } from './series-definitions';

/** Key → unit of every series that there is, or would be with its first figure. */
export async function knownUnits(deps: Pick<Deps, 'db'>): Promise<Map<string, string>> {
  const rows = await deps.db.series.findMany({ select: { key: true, unit: true } });
  return new Map([
    ...SERIES_DEFINITIONS.map(({ key, unit }) => [key, unit] as const),
    ...rows.map(({ key, unit }) => [key, unit] as const),
  ]);
}
