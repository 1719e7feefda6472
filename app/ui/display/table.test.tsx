import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable, type Column } from './table';

type Row = { name: string; sum: string; note: string | null };
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', rowHeader: true, cell: (row) => row.name, foot: 'All' },
  { key: 'sum', header: 'Sum', align: 'end', cell: (row) => row.sum, foot: '30' },
  { key: 'note', header: 'Note', cell: (row) => row.note },
];
const rows: Row[] = [
  { name: 'A', sum: '10', note: 'first' },
  { name: 'B', sum: '20', note: null },
];

describe('DataTable', () => {
  const markup = renderToStaticMarkup(
    <DataTable caption="Sums" columns={columns} rows={rows} rowKey={(row) => row.name} />,
  );

  it('names its rows and columns', () => {
    expect(markup.match(/scope="col"/g)).toHaveLength(3);
    expect(markup.match(/scope="row"/g)).toHaveLength(2);
    expect(markup).toContain('<caption');
  });

  it('keeps its meaning and the column names when it is stacked on a phone', () => {
    expect(markup).toContain('role="table"');
    expect(markup).toContain('data-label="Sum"');
    expect(markup).toContain('data-empty=""');
  });

  it('has a sum row only where a column has a sum', () => {
    expect(markup).toContain('<tfoot');
    const plain = columns.map((column) => ({ ...column, foot: undefined }));
    expect(
      renderToStaticMarkup(<DataTable caption="Sums" columns={plain} rows={rows} rowKey={(row) => row.name} />),
    ).not.toContain('<tfoot');
  });

  it('shows what stands for an empty list', () => {
    const empty = renderToStaticMarkup(
      <DataTable caption="Sums" columns={columns} rows={[]} rowKey={(row) => row.name} empty={<p>None</p>} />,
    );
    expect(empty).toBe('<p>None</p>');
  });
});
