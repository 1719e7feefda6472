import { ok, type Ok } from '#app/platform/result';
import type { Figure } from '../reading';
import { quoted, refuseImport, type ImportRefusal, type ImportRefusalCode } from '../import-refusal';
import { isPeriod } from '../../series/period';
import type { ReadingHints, Vintage } from '../reading';
import { MOST_NAMED } from '../wrong-places';
import { decimalMarkOf, readCell, type Separator } from './decimal-mark';

const NEEDED = ['series', 'period', 'value'] as const;
const COLUMNS: readonly string[] = [...NEEDED, 'unit'];
/** Series of a publisher with a file of its own: what anybody typed must not be shown as the publisher's word. */
const PUBLISHERS_OWN = 'wb.';
const MOST_ROWS = 100_000;

type RowProblem = { line: number; refusal: ImportRefusal };
type Row = Figure & { line: number };

/**
 * Collects prices from the rows of a table with the columns series, period (YYYY-MM), value and, if wanted, unit, which must then be the series' own. Every row
 * that is wrong is counted and the first twenty are named by line and column, so that a table is put right in one go.
 */
export class PriceCsvCollector {
  #columns: string[] | null = null;
  #refusal: ImportRefusal | null = null;
  #rows = 0;
  #wrongRows = 0;
  #seenFigures = 0;
  readonly #problems: Record<'row' | 'value', RowProblem[]> = { row: [], value: [] };
  /** Values as written: what their marks mean is only known once all are there. */
  readonly #found: Row[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly hints: ReadingHints & { publishedOn: string; separator: Separator }) {}

  /** Figures that were seen, also in rows that are wrong. */
  get read(): number {
    return this.#seenFigures;
  }

  /** False when nothing more needs to be read. */
  take(line: readonly string[], number: number): boolean {
    const cells = withoutPadding(line, this.#columns?.length ?? 0);
    return cells === null || this.#take(cells, number);
  }

  #take(cells: readonly string[], line: number): boolean {
    const formula = cells.findIndex(isFormula);
    if (this.#columns === null) {
      if (formula >= 0) this.#refusal = formulaIn(cells, formula, line, null);
      else this.#takeHead(cells);
    } else if (this.#rows >= MOST_ROWS) this.#refusal = refuseImport('csv-too-big', { limit: `${MOST_ROWS} lines` });
    else {
      this.#rows += 1;
      this.#takeRow(cells, line, this.#columns, formula);
    }
    return this.#refusal === null;
  }

  finish(): Ok<Vintage> | ImportRefusal {
    if (this.#refusal) return this.#refusal;
    const figures = this.#figures();
    if (this.#wrongRows > 0) return this.#named();
    if (this.#columns === null || figures.length === 0) return refuseImport('csv-empty');
    return ok({ publishedOn: this.hints.publishedOn, figures });
  }

  /** The rows' figures; a value that cannot be read is one more row that is wrong. */
  #figures(): Figure[] {
    const { separator } = this.hints;
    const mark = decimalMarkOf(
      separator,
      this.#found.map(({ value }) => value),
    );
    return this.#found.flatMap(({ line, series, period, value: text }) => {
      const read = readCell(text, { separator, mark });
      if ('value' in read) return [{ series, period, value: read.value }];
      const at = { line, column: 'value', found: quoted(text) };
      const example = separator === ',' || mark === '.' ? '437.5' : '437,5';
      const refusal =
        read.problem === 'doubtful'
          ? refuseImport('csv-doubtful', { ...at, ...read.readings })
          : refuseImport(read.problem === 'mixed' ? 'csv-mixed' : 'csv-value', { ...at, example });
      this.#note('value', line, refusal);
      return [];
    });
  }

  #named(): ImportRefusal {
    const byLine = [...this.#problems.row, ...this.#problems.value]
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_NAMED);
    const [first] = byLine;
    if (!first) throw new Error('A table without problems is not refused');
    const named = byLine.map(({ refusal: { messageKey, params = {} } }) => ({ messageKey, params }));
    return { ...first.refusal, rows: { named, more: this.#wrongRows - named.length } };
  }

  #takeHead(cells: readonly string[]): void {
    const names = cells.map((cell) => cell.trim().toLowerCase());
    const missing = NEEDED.find((name) => !names.includes(name));
    const at = (index: number) => ({ column: index + 1, name: quoted(cells[index] ?? '') });
    const extra = names.findIndex((name) => !COLUMNS.includes(name));
    const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
    if (missing) this.#refusal = refuseImport('csv-column-missing', { name: missing });
    else if (extra >= 0) this.#refusal = refuseImport('csv-column-unknown', at(extra));
    else if (twice >= 0) this.#refusal = refuseImport('csv-column-twice', at(twice));
    this.#columns = names;
  }

  /** The first thing that is wrong with a row stands for the row. */
  #takeRow(cells: readonly string[], line: number, columns: readonly string[], formula: number): void {
    const text = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim();
    const wrong = (code: ImportRefusalCode, column: string, extra: Record<string, string> = {}): void =>
      this.#note('row', line, refuseImport(code, { line, column, found: quoted(text(column)), ...extra }));
    if (text('value') !== '') this.#seenFigures += 1;
    if (formula >= 0) return this.#note('row', line, formulaIn(cells, formula, line, columns));
    const [found, expected] = [cells.length, columns.length];
    if (found !== expected) return this.#note('row', line, refuseImport('csv-cells', { line, found, expected }));
    const [series, period] = [text('series'), text('period')];
    const unit = this.hints.series.get(series);
    if (unit === undefined) return wrong('csv-series', 'series');
    if (series.startsWith(PUBLISHERS_OWN)) return wrong('csv-publisher', 'series');
    if (!isPeriod(period)) return wrong('csv-period', 'period');
    const { publishedOn: date } = this.hints;
    if (period > date.slice(0, 7)) return wrong('csv-period-late', 'period', { date });
    if (columns.includes('unit') && text('unit') !== unit) return wrong('csv-unit', 'unit', { expected: unit });
    const key = `${series} ${period}`;
    if (this.#seen.has(key)) return wrong('csv-twice', 'period', { series });
    this.#seen.add(key);
    this.#found.push({ line, series, period, value: text('value') });
  }

  #note(kind: 'row' | 'value', line: number, refusal: ImportRefusal): void {
    this.#wrongRows += 1;
    // The rows come in order, then the values in order: of either the first are enough.
    if (this.#problems[kind].length < MOST_NAMED) this.#problems[kind].push({ line, refusal });
  }
}

/** Spreadsheets put empty cells behind every line, and lines of nothing else after the last: neither is anything. Null for such a line. */
function withoutPadding(cells: readonly string[], columns: number): readonly string[] | null {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.trim() === '') end -= 1;
  return end === 0 ? null : cells.slice(0, Math.max(end, Math.min(columns, cells.length)));
}

function formulaIn(
  cells: readonly string[],
  index: number,
  line: number,
  columns: readonly string[] | null,
): ImportRefusal {
  const column = columns?.[index] ?? index + 1;
  return refuseImport('csv-formula', { line, column, found: quoted(cells[index] ?? '') });
}

/** What a spreadsheet would run when somebody opens the file again. */
function isFormula(cell: string): boolean {
  return /^[\s\u0000]*[=@+]/.test(cell) || /^\s*-(?!\d+([.,]\d+)?\s*$)/.test(cell);
}
