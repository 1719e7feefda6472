import type { ReactNode } from 'react';
import { Disclosure } from '#app/ui/actions/disclosure';
import type { Series } from '#app/ui/charts/series';
import { DataTable, type Column } from '#app/ui/display/table';

interface Row {
  x: string;
  label: string;
  texts: (string | undefined)[];
}

function rowsOf(series: readonly Series[]): Row[] {
  const labels = new Map<string, string>();
  for (const one of series) for (const point of one.points) labels.set(point.x, point.label);
  const lookups = series.map(
    (one) => new Map(one.points.map((point) => [point.x, point.mark ? `${point.text} (${point.mark})` : point.text])),
  );
  return [...labels]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([x, label]) => ({ x, label, texts: lookups.map((lookup) => lookup.get(x)) }));
}

export interface SeriesTableProps {
  series: readonly Series[];
  caption: ReactNode;
  words: { table: string; x: string };
}

/** Every number of a chart, newest first, folded away until asked for. */
export function SeriesTable({ series, caption, words }: SeriesTableProps) {
  const columns: Column<Row>[] = [
    { key: 'x', header: words.x, rowHeader: true, cell: (row) => <span className="font-normal">{row.label}</span> },
    ...series.map((one, index): Column<Row> => ({
      key: one.key,
      header: one.label,
      align: 'end',
      cell: (row) => row.texts[index] ?? '–',
    })),
  ];
  return (
    <Disclosure summary={words.table}>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={rowsOf(series)}
        rowKey={(row) => row.x}
        phone={series.length > 1 ? 'stack' : 'keep'}
      />
    </Disclosure>
  );
}
