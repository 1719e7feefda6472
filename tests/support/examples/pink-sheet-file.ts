import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';

/** The publisher's columns, with the blanks and stars that real files have, and one that is not ours. */
export const PINK_SHEET_COLUMNS: readonly (readonly [name: string, unit: string])[] = [
  ['Crude oil, average', '($/bbl)'],
  ['Phosphate rock', '($/mt)'],
  ['Potassium chloride **', '($/mt)'],
  ['Aluminum', '($/mt)'],
  ['Iron ore, cfr spot', '($/dmtu)'],
  ['Copper ', '($/mt)'],
  ['Lead', '($/mt)'],
  ['Tin', '($/mt)'],
  ['Nickel', '($/mt)'],
  ['Zinc', '($/mt)'],
  ['Gold', '($/troy oz)'],
  ['Platinum', '($/troy oz)'],
  ['Silver', '($/troy oz)'],
];

export type PinkSheetParts = {
  updatedOn?: string;
  sheetName?: string;
  columns?: readonly (readonly [string, string])[];
  /** Row of the names. Units follow. */
  nameRow?: number;
  /** A row of the publisher's codes between the units and the months. */
  codes?: readonly string[];
  /** Where it says when it was updated. */
  dateCell?: string;
  /** Month label → value per column. A single value is for every column. */
  months?: readonly (readonly [label: string, values: ExcelJS.CellValue | readonly ExcelJS.CellValue[]])[];
};

/** A workbook laid out as the publisher does it, with a hidden empty sheet first. */
export async function pinkSheetFile(parts: PinkSheetParts = {}): Promise<Buffer> {
  const {
    updatedOn = 'Updated on June 02, 2026',
    sheetName = 'Monthly Prices',
    columns = PINK_SHEET_COLUMNS,
    nameRow = 5,
    codes = null,
    dateCell = 'A4',
  } = parts;
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('AFOSHEET', { state: 'hidden' });
  const sheet = workbook.addWorksheet(sheetName);
  sheet.getCell('A1').value = 'World Bank Commodity Price Data (The Pink Sheet)';
  sheet.getCell(dateCell).value = updatedOn;
  const firstRow = nameRow + (codes ? 3 : 2);
  codes?.forEach((code, index) => (sheet.getCell(nameRow + 2, index + 2).value = code));
  columns.forEach(([name, unit], index) => {
    sheet.getCell(nameRow, index + 2).value = name;
    sheet.getCell(nameRow + 1, index + 2).value = unit;
  });
  (parts.months ?? [['2026M05', 100]]).forEach(([label, values], index) => {
    const row = sheet.getRow(firstRow + index);
    row.getCell(1).value = label;
    columns.forEach((_, column) => {
      row.getCell(column + 2).value = Array.isArray(values) ? values[column] : (values as ExcelJS.CellValue);
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A ZIP made by hand, for files that no spreadsheet program would write. `statedSize` may lie. */
export function zipOf(entries: readonly { name: string; data: string | Buffer; statedSize?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, data, statedSize } of entries) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(statedSize ?? raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** A workbook whose one sheet, `Monthly Prices`, is this XML, with texts that its cells share. */
export function workbookOf(
  sheetXml: string | Buffer,
  { statedSize, strings = [] }: { statedSize?: number; strings?: readonly string[] } = {},
): Buffer {
  const names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return zipOf([
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${names}><sheets><sheet name="Monthly Prices" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst>${strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`,
    },
    { name: 'xl/worksheets/s.xml', data: sheetXml, ...(statedSize === undefined ? {} : { statedSize }) },
  ]);
}
