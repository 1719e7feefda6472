import { SEPARATORS, type Separator } from './decimal-mark';

const MOST_HEAD = 2_000;

/** What sets off the cells of a table, and on which line the table begins. */
export type TableStart = { separator: Separator; fromLine: number };

/**
 * The mark by which a table's first line names most columns; a comma where none does. A spreadsheet may say the mark itself, on a line of its own before the
 * table: `sep=;`.
 */
export function tableStart(bytes: Uint8Array): TableStart {
  const head = new TextDecoder().decode(bytes.subarray(0, MOST_HEAD)).replace(/^\ufeff/, '');
  const said = /^"?sep=(.)"?(?:\r\n?|\n)/i.exec(head)?.[1];
  const separator = SEPARATORS.find((mark) => mark === said);
  if (separator) return { separator, fromLine: 2 };
  const [line = ''] = head.trimStart().split(/[\r\n]/);
  const cells = (mark: Separator) => line.split(mark).length;
  return { separator: [...SEPARATORS].sort((a, b) => cells(b) - cells(a))[0] ?? ',', fromLine: 1 };
}
