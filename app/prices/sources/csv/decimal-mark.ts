import { Decimal } from '#app/money/decimal';
import { twoReadings, type Readings } from '#app/money/typed-decimal';

/** Marks between the cells of a table. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

export type DecimalMark = '.' | ',';

const MOST = '1000000000';
const SPACED = /^\d{1,3}([\u0020\u00a0\u202f]\d{3})+(?=[.,]|$)/;

/** A figure that can be read whatever the table's mark is says which it is: `4228,5` the comma, `4228.50` the point, `4228` and `1.500` nothing. */
function clearMark(text: string): DecimalMark | null {
  const [, mark] = /^\d{1,10}([.,])\d{1,12}$/.exec(text) ?? [];
  return mark && !twoReadings(text, 'fr') ? (mark as DecimalMark) : null;
}

/**
 * The decimal mark of a whole table. Cells set off by commas have a point. A spreadsheet that sets them off by semicolons does so because its decimal mark is
 * the comma; by tabs it may be either, as its clear figures say. A semicolon table that only ever writes points has those.
 */
export function decimalMarkOf(separator: Separator, texts: Iterable<string>): DecimalMark | null {
  if (separator === ',') return '.';
  const marks = new Set<DecimalMark>();
  for (const text of texts) {
    const mark = clearMark(withoutSpaces(text));
    if (mark) marks.add(mark);
  }
  if (separator === ';') return marks.has('.') && !marks.has(',') ? '.' : ',';
  const [only = null] = marks;
  return marks.size === 1 ? only : null;
}

export type ReadCell =
  { value: string } | { problem: 'no-price' } | { problem: 'mixed' } | { problem: 'doubtful'; readings: Readings };

/** A price of a table whose separator and decimal mark (null: not known) are these. Nothing is guessed between two readings. */
export function readCell(
  text: string,
  { separator, mark }: { separator: Separator; mark: DecimalMark | null },
): ReadCell {
  const figure = separator === ',' ? text : withoutSpaces(text);
  const match = /^\d{1,10}(?:([.,])\d{1,12})?$/.exec(figure);
  const found = match?.[1];
  if (!match || (separator === ',' && found === ',')) return { problem: 'no-price' };
  if (found && separator !== ',') {
    const readings = twoReadings(figure, 'fr');
    // Between semicolons a comma is the decimal mark, and a point before three digits may stand for thousands whatever other figures look like.
    const clear = found === mark && !(separator === ';' && found === '.');
    if (readings && !clear) return { problem: 'doubtful', readings };
    if (found !== mark) return { problem: 'mixed' };
  }
  const value = new Decimal(figure.replace(',', '.'));
  return value.isZero() || value.greaterThan(MOST) ? { problem: 'no-price' } : { value: value.toFixed() };
}

function withoutSpaces(text: string): string {
  return SPACED.test(text) ? text.replace(/[\u0020\u00a0\u202f]/g, '') : text;
}
