import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import type { Figure } from '../reading';
import { quoted, refuseImport, type ImportRefusalCode } from '../import-refusal';
import type { Vintage } from '../reading';
import { WrongPlaces } from '../wrong-places';
import type { Cell, SheetRow } from '../xlsx/sheet-row';

export const PINK_SHEET_SOURCE = 'pink-sheet';
export const PINK_SHEET = 'Monthly Prices';

/** Which column is which series. The names are the publisher's; they may end in blanks or ` **`. */
const COLUMNS = [
  { name: 'Gold', unit: '($/troy oz)', series: 'wb.gold' },
  { name: 'Silver', unit: '($/troy oz)', series: 'wb.silver' },
  { name: 'Platinum', unit: '($/troy oz)', series: 'wb.platinum' },
  { name: 'Tin', unit: '($/mt)', series: 'wb.tin' },
  { name: 'Copper', unit: '($/mt)', series: 'wb.copper' },
  { name: 'Lead', unit: '($/mt)', series: 'wb.lead' },
  { name: 'Zinc', unit: '($/mt)', series: 'wb.zinc' },
  { name: 'Nickel', unit: '($/mt)', series: 'wb.nickel' },
  { name: 'Aluminum', unit: '($/mt)', series: 'wb.aluminum' },
  { name: 'Phosphate rock', unit: '($/mt)', series: 'wb.phosphate-rock' },
  { name: 'Potassium chloride', unit: '($/mt)', series: 'wb.potassium-chloride' },
  { name: 'Iron ore, cfr spot', unit: '($/dmtu)', series: 'wb.iron-ore' },
] as const;

/** Where date, names and units stand in most vintages: named in a refusal where none is found. */
const USUAL = { date: 4, names: 5, units: 6 };
/** Far more than any vintage has before its first month. */
const MAX_HEAD_ROWS = 50;
const MISSING = new Set(['', '…', '...']);
const MOST = '1000000000';

/** No name of a column is nearly as long, with what comes after it. */
const MOST_NAME = 200;

/**
 * Collects a vintage row by row. The data begins at the first month; names, units and the date are found in whatever stands before it, since
 * vintages differ in that. What is wrong with a cell, a month or a unit is noted and the reading goes on, so that all of it is named and every
 * number of ours counted; without the columns there is nothing more to read.
 */
export class PinkSheetCollector {
  #publishedOn: string | null = null;
  #head: SheetRow[] | null = [];
  #lost = false;
  #numbers = 0;
  readonly #columns = new Map<string, string>();
  readonly #figures: Figure[] = [];
  readonly #periods = new Set<string>();
  readonly #wrong = new WrongPlaces();

  /** False when nothing more needs to be read. */
  take(row: SheetRow): boolean {
    if (this.#head !== null) {
      if (!isData(row, this.#head) && this.#head.length < MAX_HEAD_ROWS) this.#head.push(row);
      else this.#takeHead(this.#head);
    }
    if (this.#head === null && !this.#lost) this.#takeFigures(row);
    return !this.#lost;
  }

  /** Numeric cells of our series, also of those whose number is none that a price can be. */
  get read(): number {
    return this.#numbers;
  }

  get publishedOn(): string | null {
    return this.#publishedOn;
  }

  finish(): Result<Vintage, ImportRefusalCode> {
    if (this.#head !== null) this.#takeHead(this.#head);
    if (this.#wrong.refusal) return this.#wrong.refusal;
    if (this.#figures.length === 0) return refuseImport('no-figures', { sheet: PINK_SHEET });
    return ok({ publishedOn: this.#publishedOn ?? '', figures: this.#figures });
  }

  #note(code: ImportRefusalCode, cell: string, params: Record<string, string>): void {
    this.#wrong.note(refuseImport(code, { sheet: PINK_SHEET, cell, ...params }));
  }

  #takeHead(head: readonly SheetRow[]): void {
    this.#head = null;
    const names = nameRow(head);
    this.#takeDate(head);
    this.#takeNames(names ?? { number: USUAL.names, cells: new Map() });
    if (!this.#lost) this.#takeUnits(head, names?.number ?? USUAL.names);
  }

  #takeDate(head: readonly SheetRow[]): void {
    const texts = head.map(({ number, cells }) => ({ number, text: cells.get('A')?.text ?? '' }));
    const said = texts.find(({ text }) => updatedOn(text) !== null);
    this.#publishedOn = said ? updatedOn(said.text) : null;
    if (said) return;
    const near = texts.find(({ text }) => /update/i.test(text)) ?? texts.find(({ number }) => number === USUAL.date);
    this.#note('date-missing', `A${near?.number ?? USUAL.date}`, { found: quoted(near?.text ?? '') });
  }

  #takeNames(row: SheetRow): void {
    const found = new Map<string, string>();
    for (const [column, cell] of row.cells) {
      const series = seriesNamed(cell);
      if (!series) continue;
      if (found.has(series)) {
        this.#lost = true;
        this.#note('column-twice', `${column}${row.number}`, { name: columnName(cell.text) });
      }
      found.set(series, column);
    }
    for (const { name, series } of COLUMNS) {
      const column = found.get(series);
      if (column) this.#columns.set(column, series);
      else {
        this.#lost = true;
        this.#wrong.note(refuseImport('column-missing', { sheet: PINK_SHEET, row: row.number, name }));
      }
    }
  }

  /** The row under the names with most units that we know; of none, the one right under them. */
  #takeUnits(head: readonly SheetRow[], nameRowNumber: number): void {
    const right = (row: SheetRow) =>
      [...this.#columns].filter(([column, series]) => unitOf(row, column) === plainUnit(expectedUnit(series))).length;
    const below = head.filter(({ number }) => number > nameRowNumber);
    const empty: SheetRow = { number: Math.max(nameRowNumber + 1, USUAL.units), cells: new Map() };
    const units = below.reduce((best, row) => (right(row) > right(best) ? row : best), below[0] ?? empty);
    for (const [column, series] of this.#columns) {
      const expected = expectedUnit(series);
      if (unitOf(units, column) === plainUnit(expected)) continue;
      const found = quoted(units.cells.get(column)?.text.trim() ?? '');
      this.#note('unit-wrong', `${column}${units.number}`, { expected, found });
    }
  }

  #takeFigures(row: SheetRow): void {
    const given = [...this.#columns].flatMap(([column, series]) => {
      const cell = row.cells.get(column);
      return cell && !isMissing(cell) ? [{ column, series, cell }] : [];
    });
    if (given.length === 0) return;
    const period = this.#periodOf(row);
    for (const { column, series, cell } of given) {
      if (cell.kind === 'number') this.#numbers += 1;
      const value = cell.kind === 'number' ? figureOf(cell.text) : null;
      if (value === null) {
        const shown = cell.kind === 'formula' ? `=${quoted(cell.text)}` : quoted(cell.text);
        this.#note('figure-wrong', `${column}${row.number}`, { found: shown });
      } else if (period !== null) this.#figures.push({ series, period, value });
    }
  }

  /** The month of a row that has figures; null, and noted, where it is wrong. */
  #periodOf(row: SheetRow): string | null {
    const label = row.cells.get('A')?.text.trim() ?? '';
    const period = periodOfLabel(label);
    const date = this.#publishedOn;
    const wrong = (code: ImportRefusalCode, more: Record<string, string> = {}): null => {
      this.#note(code, `A${row.number}`, { found: quoted(label), ...more });
      return null;
    };
    if (period === null) return wrong('period-wrong');
    if (this.#periods.has(period)) return wrong('period-twice');
    if (date !== null && period > date.slice(0, 7)) return wrong('period-late', { date });
    this.#periods.add(period);
    return period;
  }
}

function isMissing({ kind, text }: Cell): boolean {
  return kind === 'empty' || (kind === 'text' && MISSING.has(text.trim()));
}

/** Without the blanks and stars after it, which are taken off one by one: an expression would try every blank of a long text anew. */
function columnName(text: string): string {
  if (text.length > MOST_NAME) return '';
  let end = text.length;
  while (end > 0 && (text[end - 1] === '*' || text[end - 1]?.trim() === '')) end -= 1;
  return text.slice(0, end).trim();
}

function seriesNamed(cell: Cell): string | undefined {
  const name = columnName(cell.text);
  return COLUMNS.find((known) => known.name === name)?.series;
}

/** The row that names most of our columns; null where none names any. A row of codes may name one or two of them alike. */
function nameRow(head: readonly SheetRow[]): SheetRow | null {
  const named = ({ cells }: SheetRow) => [...cells.values()].filter(seriesNamed).length;
  return head.reduce<SheetRow | null>((most, row) => (named(row) > (most ? named(most) : 0) ? row : most), null);
}

/** Whether the data begins with this row: it has a month, or under the names a figure in one of our columns. */
function isData({ cells }: SheetRow, head: readonly SheetRow[]): boolean {
  if (LABEL.test(cells.get('A')?.text.trim() ?? '')) return true;
  const ours = [...(nameRow(head)?.cells ?? [])].filter(([, cell]) => seriesNamed(cell));
  return ours.some(([column]) => FIGURES.has(cells.get(column)?.kind ?? 'empty'));
}

/** `1960M01`, or what was meant as one. */
const LABEL = /^\d{4}\s*M\s*\d{1,2}$/i;
const FIGURES: ReadonlySet<Cell['kind']> = new Set(['number', 'formula']);

function expectedUnit(series: string): string {
  return COLUMNS.find((known) => known.series === series)?.unit ?? '';
}

function unitOf({ cells }: SheetRow, column: string): string {
  return plainUnit(cells.get(column)?.text.slice(0, MOST_NAME) ?? '');
}

/** Vintages differ in brackets and blanks around a unit. */
function plainUnit(text: string): string {
  return text.replace(/[()\s]/g, '').toLowerCase();
}

/** `1960M01` → `1960-01`. */
function periodOfLabel(label: string): string | null {
  const match = /^(\d{4})M(0[1-9]|1[0-2])$/.exec(label);
  return match ? `${match[1]}-${match[2]}` : null;
}

/**
 * The publisher's program stores binary floats (`35.270000000000003`); fifteen significant digits, which is what a spreadsheet shows
 * at most, give back the decimal that was meant. Null for what is no price: zero, negative, absurd, not a number.
 */
function figureOf(text: string): string | null {
  if (!/^\d{1,20}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?$/.test(text)) return null;
  // Rounded first: what is kept must be above zero, and not only what was written.
  const value = new Decimal(text).toSignificantDigits(15).toDecimalPlaces(12);
  return value.isZero() || value.greaterThan(MOST) ? null : value.toFixed();
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `Updated on June 02, 2026` → `2026-06-02`; null when it says no such thing. */
function updatedOn(text: string): string | null {
  const match = /^\s*\(?Updated on:?\s+([A-Z][a-z]+)\s+(\d{1,2}),?\s+(\d{4})\)?\s*$/.exec(text);
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return null;
  const day = `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
