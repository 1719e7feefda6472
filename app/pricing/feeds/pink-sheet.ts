import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import type { Figure } from '../imports/classify';
import { quoted, refuseImport, type ImportRefusal, type ImportRefusalCode } from '../imports/import-refusal';
import type { Vintage } from './reading';
import type { SheetRow } from './xlsx/sheet-row';

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

const DATE_ROW = 4;
const NAME_ROW = 5;
const UNIT_ROW = 6;
const FIRST_DATA_ROW = 7;
const MISSING = new Set(['', '…', '...']);
const MOST = '1000000000';

/** Collects a vintage row by row; the first thing that is wrong ends the collecting and becomes the refusal. */
export class PinkSheetCollector {
  #publishedOn: string | null = null;
  #unitsChecked = false;
  readonly #columns = new Map<string, string>();
  readonly #figures: Figure[] = [];
  readonly #periods = new Set<string>();
  #refusal: ImportRefusal | null = null;

  /** False when nothing more needs to be read. */
  take(row: SheetRow): boolean {
    if (this.#refusal) return false;
    if (row.number === DATE_ROW) this.#takeDate(row);
    else if (row.number === NAME_ROW) this.#takeNames(row);
    else if (row.number === UNIT_ROW) this.#takeUnits(row);
    else if (row.number >= FIRST_DATA_ROW) this.#takeFigures(row);
    return this.#refusal === null;
  }

  /** Numeric cells read so far: what a refused file reports. */
  get read(): number {
    return this.#figures.length;
  }

  get publishedOn(): string | null {
    return this.#publishedOn;
  }

  finish(): Result<Vintage, ImportRefusalCode> {
    if (this.#refusal) return this.#refusal;
    if (!this.#publishedOn) return refuseImport('date-missing', { sheet: PINK_SHEET, cell: `A${DATE_ROW}`, found: '' });
    if (this.#columns.size === 0) return missingColumn(COLUMNS[0].name);
    if (!this.#unitsChecked) {
      return refuseImport('unit-wrong', {
        sheet: PINK_SHEET,
        cell: `A${UNIT_ROW}`,
        expected: COLUMNS[0].unit,
        found: '',
      });
    }
    if (this.#figures.length === 0) return refuseImport('no-figures', { sheet: PINK_SHEET });
    return ok({ publishedOn: this.#publishedOn, figures: this.#figures });
  }

  #refuse(code: ImportRefusalCode, cell: string, params: Record<string, string>): void {
    this.#refusal ??= refuseImport(code, { sheet: PINK_SHEET, cell, ...params });
  }

  #takeDate(row: SheetRow): void {
    const text = row.cells.get('A')?.text ?? '';
    this.#publishedOn = updatedOn(text);
    if (!this.#publishedOn) this.#refuse('date-missing', `A${DATE_ROW}`, { found: quoted(text) });
  }

  #takeNames(row: SheetRow): void {
    const found = new Map<string, string>();
    for (const [column, cell] of row.cells) {
      const name = cell.text.replace(/[\s*]+$/u, '').trim();
      const series = COLUMNS.find((known) => known.name === name)?.series;
      if (!series) continue;
      if (found.has(series)) this.#refuse('column-twice', `${column}${NAME_ROW}`, { name });
      found.set(series, column);
    }
    for (const { name, series } of COLUMNS) {
      const column = found.get(series);
      if (column) this.#columns.set(column, series);
      else this.#refusal ??= missingColumn(name);
    }
  }

  #takeUnits(row: SheetRow): void {
    this.#unitsChecked = true;
    for (const [column, series] of this.#columns) {
      const expected = COLUMNS.find((known) => known.series === series)?.unit ?? '';
      const found = row.cells.get(column)?.text.trim() ?? '';
      if (found !== expected) this.#refuse('unit-wrong', `${column}${UNIT_ROW}`, { expected, found: quoted(found) });
    }
  }

  #takeFigures(row: SheetRow): void {
    if (this.#columns.size === 0) return;
    const label = row.cells.get('A')?.text.trim() ?? '';
    const period = periodOfLabel(label);
    const values: Figure[] = [];
    for (const [column, series] of this.#columns) {
      const cell = row.cells.get(column);
      if (!cell || cell.kind === 'empty' || (cell.kind === 'text' && MISSING.has(cell.text.trim()))) continue;
      const value = cell.kind === 'number' ? figureOf(cell.text) : null;
      if (value === null) {
        const shown = cell.kind === 'formula' ? `=${quoted(cell.text)}` : quoted(cell.text);
        return this.#refuse('figure-wrong', `${column}${row.number}`, { found: shown });
      }
      values.push({ series, period: period ?? '', value });
    }
    if (values.length === 0) return;
    const [cell, found] = [`A${row.number}`, quoted(label)];
    if (period === null) return this.#refuse('period-wrong', cell, { found });
    if (this.#periods.has(period)) return this.#refuse('period-twice', cell, { found });
    const date = this.#publishedOn ?? '';
    if (period > date.slice(0, 7)) return this.#refuse('period-late', cell, { found, date });
    this.#periods.add(period);
    this.#figures.push(...values);
  }
}

function missingColumn(name: string): ImportRefusal {
  return refuseImport('column-missing', { sheet: PINK_SHEET, row: NAME_ROW, name });
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
  const match = /^\s*Updated on ([A-Z][a-z]+) (\d{1,2}), (\d{4})\s*$/.exec(text);
  const month = MONTHS.indexOf(match?.[1] ?? '') + 1;
  if (!match || month === 0) return null;
  const day = `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
