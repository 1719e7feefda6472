import type { Tx } from '#app/platform/db/connect.server';
import { SERIES_DEFINITIONS } from './series-definitions';

/** Gives a series its row with the settings it is delivered with; a row that is there keeps what staff have set. */
export async function ensureSeries(tx: Tx, keys: readonly string[]): Promise<void> {
  const data = SERIES_DEFINITIONS.filter(({ key }) => keys.includes(key));
  await tx.series.createMany({ data, skipDuplicates: true });
  const known = await tx.series.count({ where: { key: { in: [...keys] } } });
  if (known < new Set(keys).size) throw new RangeError(`Unknown series among ${keys.join(', ')}`);
}
