import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PINK_SHEET_COLUMNS, pinkSheetFile, workbookOf, zipOf } from '#tests/support/examples/pink-sheet-file';
import { readPinkSheet } from './pink-sheet/pink-sheet.server';

async function refusalOf(bytes: Buffer) {
  const { vintage } = await readPinkSheet(bytes);
  return vintage.ok ? null : { code: vintage.code, ...vintage.params };
}

const renamed = (from: string, to: readonly [string, string]) =>
  PINK_SHEET_COLUMNS.map((column) => (column[0] === from ? to : column));
const goldColumn = 'L';

describe('readPinkSheet', () => {
  it('reads date, months and figures of our series only, and leaves out what is missing', async () => {
    const values = PINK_SHEET_COLUMNS.map((_, index) =>
      index === 3 ? null : ([35.27, '…', '...'][index] ?? 9.1 + index),
    );
    const file = await readPinkSheet(
      await pinkSheetFile({
        months: [
          ['1960M01', values],
          ['2026M05', 0.1 + 0.2],
        ],
      }),
    );
    expect(file).toMatchObject({ publishedOn: '2026-06-02', read: 21 });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    const figures = file.vintage.ok ? file.vintage.value.figures : [];
    expect(figures.filter(({ period }) => period === '1960-01').map(({ series }) => series)).not.toContain(
      'wb.phosphate-rock',
    );
    expect(figures).toContainEqual({ series: 'wb.gold', period: '2026-05', value: '0.3' });
    expect(figures).toContainEqual({ series: 'wb.silver', period: '1960-01', value: '21.1' });
  });

  it.each([
    ['a text', 'n/a', 'n/a'],
    ['a negative price', -1, '-1'],
    ['a price of zero', 0, '0'],
    ['a price that rounds to nothing', 1e-13, '1e-13'],
    ['a formula', { formula: '1+1', result: 2 }, '=2'],
    ['a formula as text', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['a number as text', '4587.21', '4587.21'],
    ['a truth value', true, '1'],
    ['an error', { error: '#REF!' as const }, '#REF!'],
    ['an absurd price', 1e12, '1000000000000'],
    ['text that turns', 'a\u202eb', 'a b'],
  ])('refuses %s and names its cell', async (_, value, found) => {
    const months = [
      ['2026M04', 100],
      ['2026M05', PINK_SHEET_COLUMNS.map(([name]) => (name === 'Gold' ? value : 100))],
    ] as const;
    expect(await refusalOf(await pinkSheetFile({ months }))).toEqual({
      code: 'figure-wrong',
      sheet: 'Monthly Prices',
      cell: `${goldColumn}8`,
      found,
    });
  });

  it('counts every number of ours in a refused file, and names twenty of the places that are wrong', async () => {
    const row = (wrong: unknown, columns: number[]) =>
      PINK_SHEET_COLUMNS.map((_, index) => (columns.includes(index) ? wrong : 100)) as (string | number)[];
    const every = PINK_SHEET_COLUMNS.map((_, index) => index);
    const { vintage, read } = await readPinkSheet(
      await pinkSheetFile({
        months: [
          ['2026M01', 100],
          ['2026M02', row('n/a', [10])],
          ['2026M02', 100],
          ['2026M07', row(-1, [10])],
          ['2026M03', row('n/a', every)],
          ['2026M04', row('n/a', every)],
          ['2026M05', row('…', [10])],
        ],
      }),
    );
    expect(read).toBe(12 + 11 + 12 + 12 + 11);
    if (vintage.ok || !vintage.rows) throw new Error('not refused by its places');
    const { named, more } = vintage.rows;
    expect([named.length, more]).toEqual([20, 8]);
    expect(named.slice(0, 5).map(({ messageKey, params }) => [messageKey, params['cell']])).toEqual([
      ['pricing:import.figureWrong', 'L8'],
      ['pricing:import.periodTwice', 'A9'],
      ['pricing:import.periodLate', 'A10'],
      ['pricing:import.figureWrong', 'L10'],
      ['pricing:import.figureWrong', 'L11'],
    ]);
    expect(vintage).toMatchObject({ code: 'figure-wrong', params: { cell: 'L8' } });
  });

  it.each([
    // Some codes are written as the names are.
    ['a row of codes', { codes: PINK_SHEET_COLUMNS.map(([name]) => (name === 'Tin' ? 'Tin' : name.toUpperCase())) }],
    ['names further down', { nameRow: 9 }],
    ['names further up, and no line between', { nameRow: 2, dateCell: 'A1' }],
    [
      'units without brackets',
      { columns: PINK_SHEET_COLUMNS.map(([name, unit]) => [name, unit.slice(1, -1)] as const) },
    ],
    ['a date in brackets', { updatedOn: '(Updated on June 2, 2026)' }],
  ])('reads a vintage with %s', async (_, parts) => {
    const months = [
      ['2026M04', 100],
      ['2026M05', 101],
    ] as const;
    const { vintage, read, publishedOn } = await readPinkSheet(await pinkSheetFile({ months, ...parts }));
    if (!vintage.ok) throw new Error(JSON.stringify(vintage));
    expect([publishedOn, read, vintage.value.figures.length]).toEqual(['2026-06-02', 24, 24]);
    expect(vintage.value.figures).toContainEqual({ series: 'wb.tin', period: '2026-04', value: '100' });
  });

  it('takes figures without a month for data, and not for something that stands before it', async () => {
    const months = [
      ['June 2026', 1],
      ['2026M05', 1],
    ] as const;
    expect(await refusalOf(await pinkSheetFile({ months }))).toMatchObject({ code: 'period-wrong', cell: 'A7' });
  });

  it.each([
    ['a unit that changed', { columns: renamed('Gold', ['Gold', '($/kg)']) }, 12],
    ['no date', { updatedOn: 'June 2026' }, 12],
    ['a column that is gone', { columns: renamed('Gold', ['Oro', '($/troy oz)']) }, 0],
  ])('counts as far as it can with %s', async (_, parts, count) => {
    const { vintage, read } = await readPinkSheet(await pinkSheetFile(parts));
    expect([vintage.ok, read]).toEqual([false, count]);
  });

  it('does not look at the figures of other columns', async () => {
    const months = [['2026M05', PINK_SHEET_COLUMNS.map(([name]) => (name.startsWith('Crude') ? 'n/a' : 100))]] as const;
    expect(await refusalOf(await pinkSheetFile({ months }))).toBeNull();
  });

  it.each([
    [
      'another sheet name',
      { sheetName: 'Prices' },
      { code: 'sheet-missing', sheet: 'Monthly Prices', found: 'AFOSHEET, Prices' },
    ],
    [
      'a unit that changed',
      { columns: renamed('Gold', ['Gold', '($/kg)']) },
      { code: 'unit-wrong', cell: 'L6', expected: '($/troy oz)', found: '($/kg)' },
    ],
    [
      'a column that is gone',
      { columns: renamed('Gold', ['Oro', '($/troy oz)']) },
      { code: 'column-missing', name: 'Gold', row: 5 },
    ],
    [
      'a column twice',
      { columns: renamed('Silver', ['Gold *', '($/troy oz)']) },
      { code: 'column-twice', cell: 'N5', name: 'Gold' },
    ],
    ['no date', { updatedOn: 'June 2026' }, { code: 'date-missing', cell: 'A4', found: 'June 2026' }],
    ['a date that is none', { updatedOn: 'Updated on February 30, 2026' }, { code: 'date-missing', cell: 'A4' }],
    [
      'a month that is none',
      { months: [['2026M13', 1]] as const },
      { code: 'period-wrong', cell: 'A7', found: '2026M13' },
    ],
    [
      'a month twice',
      {
        months: [
          ['2026M05', 1],
          ['2026M05', 1],
        ] as const,
      },
      { code: 'period-twice', cell: 'A8', found: '2026M05' },
    ],
    [
      'a month after the date of the file',
      { months: [['2026M07', 1]] as const },
      { code: 'period-late', cell: 'A7', found: '2026M07', date: '2026-06-02' },
    ],
    ['no figures', { months: [['2026M05', '…']] as const }, { code: 'no-figures' }],
  ])('refuses %s', async (_, parts, refusal) => {
    expect(await refusalOf(await pinkSheetFile(parts))).toMatchObject(refusal);
  });
});

describe('files that are no workbook', () => {
  it('are named for what they are', async () => {
    const good = await pinkSheetFile();
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    expect(await refusalOf(Buffer.from('name,price\ngold,1'))).toEqual({ code: 'not-a-spreadsheet' });
    expect(await refusalOf(Buffer.alloc(0))).toEqual({ code: 'not-a-spreadsheet' });
    expect(await refusalOf(zipOf([{ name: 'a.txt', data: 'x' }]))).toEqual({ code: 'not-a-spreadsheet' });
    expect(await refusalOf(ole)).toEqual({ code: 'password-protected' });
    expect(await refusalOf(good.subarray(0, good.length - 500))).toEqual({ code: 'broken-file' });
    expect(await refusalOf(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000)]))).toEqual({
      code: 'broken-file',
    });
    expect(await refusalOf(workbookOf('<worksheet><sheetData><row r="5">'))).toEqual({ code: 'broken-file' });
    expect(await refusalOf(workbookOf(Buffer.from([0xff, 0xfe, 0x00])))).toEqual({ code: 'broken-file' });
  });

  it('never end in anything but a refusal, wherever a byte is wrong', async () => {
    const good = await pinkSheetFile();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const { vintage } = await readPinkSheet(bytes);
        if (vintage.ok) expect(vintage.value.figures.length).toBeGreaterThan(0);
        else expect(vintage.messageKey).toMatch(/^pricing:import\./);
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

describe('files that attack', () => {
  it('cannot declare entities', async () => {
    const xml = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>';
    expect(await refusalOf(workbookOf(xml))).toEqual({ code: 'unsafe-file' });
    expect(await refusalOf(workbookOf('<worksheet>&a;</worksheet>'))).toEqual({ code: 'broken-file' });
  });

  it('cannot fill the memory: stated sizes are limited, and may not lie', async () => {
    expect(await refusalOf(workbookOf('<worksheet/>', { statedSize: 60 * 1024 * 1024 }))).toEqual({
      code: 'too-big',
      limit: '50 MB',
    });
    const blanks = Buffer.alloc(4 * 1024 * 1024, ' ');
    expect(
      await refusalOf(workbookOf(Buffer.concat([Buffer.from('<worksheet>'), blanks]), { statedSize: 1000 })),
    ).toEqual({
      code: 'broken-file',
    });
  });

  it('cannot stall the reader with long names', async () => {
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    const columns = ['', ...letters].flatMap((first) => letters.map((second) => first + second)).slice(1, 601);
    const heads = columns.map((column) => `<c r="${column}5" t="s"><v>0</v></c>`).join('');
    const cells = columns.map((column) => `<c r="${column}6" t="inlineStr"><is><t>x</t></is></c>`).join('');
    const rows = `<row r="4"><c r="A4" t="str"><v>Updated on June 02, 2026</v></c></row><row r="5">${heads}</row>`;
    const read = async (name: string) => {
      const bytes = workbookOf(`<worksheet><sheetData>${rows}<row r="6">${cells}</row></sheetData></worksheet>`, {
        strings: [name],
      });
      const start = performance.now();
      expect(await refusalOf(bytes)).toMatchObject({ code: 'column-missing', name: 'Gold' });
      return performance.now() - start;
    };
    await read('x');
    expect(await read(`Oro${' '.repeat(30_000)}x`)).toBeLessThan(1_000);
  });

  it('cannot have a million rows, a million parts, or rows out of order', async () => {
    const sheet = (rows: Buffer) =>
      workbookOf(Buffer.concat([Buffer.from('<worksheet>'), rows, Buffer.from('</worksheet>')]));
    const million = Buffer.alloc(1_000_000 * '<row/>'.length, '<row/>');
    expect(await refusalOf(sheet(million))).toEqual({ code: 'too-big', limit: '20000 rows' });
    const parts = zipOf(Array.from({ length: 600 }, (_, n) => ({ name: `f${n}`, data: '' })));
    expect(await refusalOf(parts)).toEqual({ code: 'too-big', limit: '500 parts' });
    const backwards = workbookOf('<worksheet><row r="9"/><row r="5"/></worksheet>');
    expect(await refusalOf(backwards)).toEqual({ code: 'broken-file' });
  });
});
