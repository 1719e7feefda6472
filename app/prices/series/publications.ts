import type { SeriesLatest } from './list-series-with-latest.server';

type Published = { latest: Pick<NonNullable<SeriesLatest['latest']>, 'vintage'> | null };

/** Which series came with which publication, the newest first: a publisher's file need not hold all of them. Series without a figure have none. */
export function publications<Row extends Published>(rows: readonly Row[]): { on: string; rows: Row[] }[] {
  const days = [...new Set(rows.flatMap(({ latest }) => (latest ? [latest.vintage] : [])))].sort().reverse();
  return days.map((on) => ({ on, rows: rows.filter(({ latest }) => latest?.vintage === on) }));
}
