import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import type { Figure } from '../imports/classify';
import { quoted, refuseImport, type ImportRefusal, type ImportRefusalCode } from '../imports/import-refusal';
import { isPeriod } from '../series/period';
import type { ReadingHints, Vintage } from './reading';

const NEEDED = ['series', 'period', 'value'] as const;
const COLUMNS: readonly string[] = [...NEEDED, 'unit'];
const MOST_ROWS = 100_000;
const MOST = '1000000000';

/**
 * Collects prices from the rows of a table with the columns series, period (YYYY-MM), value and, if wanted, unit, which must then be the series' own. The first
 * thing that is wrong ends it, named by line and column.
 */
export class PriceCsvCollector {
  #columns: string[] | null = null;
  #refusal: ImportRefusal | null = null;
  readonly #figures: Figure[] = [];
  readonly #seen = new Set<string>();

  constructor(private readonly hints: ReadingHints & { publishedOn: string }) {}

  get read(): number {
    return this.#figures.length;
  }

  /** False when nothing more needs to be read. */
  take(cells: readonly string[], line: number): boolean {
    const formula = cells.findIndex(isFormula);
    if (formula >= 0) {
      const column = this.#columns?.[formula] ?? formula + 1;
      this.#refusal = refuseImport('csv-formula', { line, column, found: quoted(cells[formula] ?? '') });
    } else if (this.#columns === null) this.#takeHead(cells);
    else if (this.#figures.length >= MOST_ROWS)
      this.#refusal = refuseImport('csv-too-big', { limit: `${MOST_ROWS} lines` });
    else if (cells.length !== this.#columns.length)
      this.#refusal = refuseImport('csv-cells', { line, found: cells.length, expected: this.#columns.length });
    else this.#takeRow(cells, line, this.#columns);
    return this.#refusal === null;
  }

  finish(): Result<Vintage, ImportRefusalCode> {
    if (this.#refusal) return this.#refusal;
    if (this.#columns === null || this.#figures.length === 0) return refuseImport('csv-empty');
    return ok({ publishedOn: this.hints.publishedOn, figures: this.#figures });
  }

  #takeHead(cells: readonly string[]): void {
    const names = cells.map((cell) => cell.trim().toLowerCase());
    const missing = NEEDED.find((name) => !names.includes(name));
    const extra = names.findIndex((name, index) => !COLUMNS.includes(name) || names.indexOf(name) !== index);
    if (missing) this.#refusal = refuseImport('csv-column-missing', { name: missing });
    else if (extra >= 0)
      this.#refusal = refuseImport('csv-column-unknown', { column: extra + 1, name: quoted(cells[extra] ?? '') });
    this.#columns = names;
  }

  #takeRow(cells: readonly string[], line: number, columns: readonly string[]): void {
    const text = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim();
    const wrong = (code: ImportRefusalCode, column: string, extra: Record<string, string> = {}): void => {
      this.#refusal = refuseImport(code, { line, column, found: quoted(text(column)), ...extra });
    };
    const [series, period] = [text('series'), text('period')];
    const unit = this.hints.series.get(series);
    if (unit === undefined) return wrong('csv-series', 'series');
    if (!isPeriod(period) || period > this.hints.publishedOn.slice(0, 7)) return wrong('csv-period', 'period');
    const value = priceOf(text('value'));
    if (value === null) return wrong('csv-value', 'value');
    if (columns.includes('unit') && text('unit') !== unit) return wrong('csv-unit', 'unit', { expected: unit });
    const key = `${series} ${period}`;
    if (this.#seen.has(key)) return wrong('csv-twice', 'period', { series });
    this.#seen.add(key);
    this.#figures.push({ series, period, value });
  }
}

/** What a spreadsheet would run when somebody opens the file again. */
function isFormula(cell: string): boolean {
  return /^[\s\u0000]*[=@+]/.test(cell) || /^\s*-(?!\d+(\.\d+)?\s*$)/.test(cell);
}

/** Null for what is no price: an exponent, a sign, a thousands mark, a mark of direction, zero. */
function priceOf(text: string): string | null {
  if (!/^\d{1,10}(?:\.\d{1,12})?$/.test(text)) return null;
  const value = new Decimal(text);
  return value.isZero() || value.greaterThan(MOST) ? null : value.toFixed();
}
