import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface Column<Row> {
  key: string;
  /** Column name. On phones it stands before each cell. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: 'start' | 'end';
  /** The cell that names the row. One per table. */
  rowHeader?: boolean;
  /** On phones: left out, or shown across the block without the column's name. */
  phone?: 'hide' | 'wide';
  /** The column's name is read aloud only (a column of links). */
  headerHidden?: boolean;
  /** Cell of the sum row. */
  foot?: ReactNode;
}

export interface DataTableProps<Row> {
  caption: ReactNode;
  /** The caption is read aloud only, where a heading says the same. */
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Below 640 px: `stack` (a block per row) or `keep` (two or three short columns that fit at 320 px). */
  phone?: 'stack' | 'keep';
  /** The column names are read aloud only, where each row speaks for itself. */
  headHidden?: boolean;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
}

// WebKit drops a table's meaning when its parts are not laid out as one. The roles keep it.
const AS = { table: { role: 'table' }, group: { role: 'rowgroup' }, row: { role: 'row' }, cell: { role: 'cell' } };
// Air stands before a cell, never after it: whichever columns a phone hides, the last one ends flush.
const CELL = 'py-2.5 pl-4 align-top first:pl-0';
const END = 'text-right whitespace-nowrap';

function hide<Row>(column: Column<Row>): string | false {
  return column.phone === 'hide' && 'max-sm:hidden';
}

function blank(content: ReactNode): boolean {
  return content === null || content === undefined || content === '' || content === false;
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const className = classNames(
    CELL,
    column.align === 'end' && END,
    column.rowHeader && 'text-left font-semibold',
    hide(column),
  );
  if (column.rowHeader) {
    return (
      <th scope="row" className={className}>
        {content}
      </th>
    );
  }
  return (
    <td
      {...AS.cell}
      className={className}
      data-label={column.phone === 'wide' || column.headerHidden ? undefined : column.header}
      data-wide={column.phone === 'wide' ? '' : undefined}
      data-empty={blank(content) ? '' : undefined}
    >
      {blank(content) ? null : <span>{content}</span>}
    </td>
  );
}

function FootRow<Row>({ columns }: { columns: Column<Row>[] }) {
  return (
    <tr {...AS.row} className="border-t-[1.5px] border-ink font-semibold">
      {columns.map((column) => (
        <td
          {...AS.cell}
          key={column.key}
          className={classNames(CELL, column.align === 'end' && END, hide(column))}
          data-label={column.rowHeader || column.headerHidden ? undefined : column.header}
          data-wide={column.rowHeader ? '' : undefined}
          data-empty={blank(column.foot) ? '' : undefined}
        >
          {blank(column.foot) ? null : <span>{column.foot}</span>}
        </td>
      ))}
    </tr>
  );
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, phone = 'stack', headHidden = false, empty } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table
      {...AS.table}
      className={classNames('w-full border-collapse text-[0.9375rem]', phone === 'stack' && 'stack-table')}
    >
      <caption className={captionHidden ? 'sr-only' : 'pb-2 text-left text-sm text-soft'}>{caption}</caption>
      <thead {...AS.group} className={headHidden ? 'sr-only' : undefined}>
        <tr {...AS.row} className="border-b border-line text-[0.8125rem] text-soft">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classNames(
                'py-2 pl-4 align-bottom font-semibold first:pl-0',
                column.align === 'end' ? 'text-right' : 'text-left',
                hide(column),
              )}
            >
              {column.headerHidden ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...AS.group}>
        {rows.map((row) => (
          <tr {...AS.row} key={rowKey(row)} className="border-b border-line last:border-b-0">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {columns.some((column) => !blank(column.foot)) ? (
        <tfoot {...AS.group}>
          <FootRow columns={columns} />
        </tfoot>
      ) : null}
    </table>
  );
}
