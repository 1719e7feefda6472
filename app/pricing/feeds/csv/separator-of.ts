import { SEPARATORS, type Separator } from './decimal-mark';

const MOST_HEAD = 2_000;

/** What sets off the cells of a table: the mark by which its first line names most columns; a comma where none does. */
export function separatorOf(bytes: Uint8Array): Separator {
  const head = new TextDecoder().decode(bytes.subarray(0, MOST_HEAD)).replace(/^\ufeff/, '');
  const [line = ''] = head.trimStart().split(/[\r\n]/);
  const cells = (separator: Separator) => line.split(separator).length;
  return [...SEPARATORS].sort((a, b) => cells(b) - cells(a))[0] ?? ',';
}
