import { openZip, type Zip } from './open-zip.server';
import { parseXml } from './parse-xml.server';
import type { Cell, SheetRow } from './sheet-row';
import { UnreadableWorkbook } from './unreadable-workbook';

const MOST_ROWS = 20_000;
const MOST_CELLS = 3_000_000;
const MOST_STRINGS = 500_000;
const MOST_TEXT = 2_000;

type Workbook = {
  sheetNames: readonly string[];
  /** Hands over the rows of a sheet one by one, in the file's order. */
  readSheet(name: string, onRow: (row: SheetRow) => void): Promise<void>;
};

/** Opens an Office Open XML workbook (ECMA-376 part 1, §18) as far as figures and texts of cells go. */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const zip = await openZip(bytes);
  if (!zip.names.has('xl/workbook.xml')) throw new UnreadableWorkbook('not-a-spreadsheet');
  const sheets = await readSheetPaths(zip);
  return {
    sheetNames: [...sheets.keys()],
    readSheet: async (name, onRow) => {
      const path = sheets.get(name);
      if (!path) throw new UnreadableWorkbook('sheet-missing', { sheet: name, found: [...sheets.keys()].join(', ') });
      await readRows(zip, path, await readSharedStrings(zip), onRow);
    },
  };
}

async function readSheetPaths(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await parseXml(await zip.open('xl/_rels/workbook.xml.rels'), {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['Id']) targets.set(attributes['Id'], attributes['Target'] ?? '');
    },
  });
  const paths = new Map<string, string>();
  await parseXml(await zip.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      const target = targets.get(attributes['r:id'] ?? '');
      if (name === 'sheet' && target)
        paths.set(attributes['name'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return paths;
}

async function readSharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.names.has('xl/sharedStrings.xml')) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await parseXml(await zip.open('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't' && !inPhonetic;
    },
    text: (part) => {
      if (inText && text.length < MOST_TEXT) text += part;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name !== 'si') return;
      if (strings.length >= MOST_STRINGS) throw new UnreadableWorkbook('too-big', { limit: `${MOST_STRINGS} texts` });
      strings.push(text.slice(0, MOST_TEXT));
    },
  });
  return strings;
}

async function readRows(
  zip: Zip,
  path: string,
  strings: readonly string[],
  onRow: (row: SheetRow) => void,
): Promise<void> {
  let row: SheetRow = { number: 0, cells: new Map() };
  let rows = 0;
  let cells = 0;
  let cell = { column: '', type: 'n', text: '', formula: false };
  let inValue = false;
  await parseXml(await zip.open(path), {
    open: (name, attributes) => {
      if (name === 'row') {
        if ((rows += 1) > MOST_ROWS) throw new UnreadableWorkbook('too-big', { limit: `${MOST_ROWS} rows` });
        const number = rowNumber(attributes['r'], row.number + 1);
        if (number <= row.number) throw new UnreadableWorkbook('broken-file');
        row = { number, cells: new Map() };
      } else if (name === 'c') {
        if ((cells += 1) > MOST_CELLS) throw new UnreadableWorkbook('too-big', { limit: `${MOST_CELLS} cells` });
        cell = {
          column: /^[A-Z]{1,3}/.exec(attributes['r'] ?? '')?.[0] ?? '',
          type: attributes['t'] ?? 'n',
          text: '',
          formula: false,
        };
      } else if (name === 'f') cell.formula = true;
      inValue = name === 'v' || name === 't';
    },
    text: (part) => {
      if (inValue && cell.text.length < MOST_TEXT) cell.text += part.slice(0, MOST_TEXT - cell.text.length);
    },
    close: (name) => {
      inValue = false;
      if (name === 'c' && cell.column) row.cells.set(cell.column, toCell(cell, strings));
      if (name === 'row') onRow(row);
    },
  });
}

function rowNumber(given: string | undefined, next: number): number {
  if (given === undefined) return next;
  if (!/^\d{1,7}$/.test(given)) throw new UnreadableWorkbook('broken-file');
  return Number.parseInt(given, 10);
}

function toCell(
  { type, text, formula }: { type: string; text: string; formula: boolean },
  strings: readonly string[],
): Cell {
  if (formula) return { kind: 'formula', text };
  if (type === 's') {
    const shared = /^\d{1,7}$/.test(text) ? strings[Number.parseInt(text, 10)] : undefined;
    if (shared === undefined) throw new UnreadableWorkbook('broken-file');
    return { kind: 'text', text: shared };
  }
  if (type === 'n') return text === '' ? { kind: 'empty', text } : { kind: 'number', text };
  return { kind: type === 'inlineStr' || type === 'str' ? 'text' : 'other', text };
}
