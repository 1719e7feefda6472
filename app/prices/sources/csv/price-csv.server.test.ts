import { describe, expect, it } from 'vitest';
import { readPriceCsv } from './price-csv.server';

const series = new Map([
  ['op.apt-tungsten', 'USD/MTU'],
  ['op.gold', 'USD/ozt'],
  ['wb.gold', 'USD/ozt'],
]);
const read = (text: string | Buffer, publishedOn: string | null = '2026-06-02') =>
  readPriceCsv(Buffer.from(text), { publishedOn, series });
const HEAD = 'series,period,value,unit\n';

describe('a table of prices', () => {
  it.each([
    ['plain', 'series,period,value\nop.gold,2026-05,4228.50\n'],
    [
      'with a byte order mark, quotes and Windows line ends',
      '\ufeff"series","period","value"\r\n"op.gold","2026-05","4228.50"\r\n',
    ],
    [
      'with the line by which a spreadsheet names its mark',
      'sep=;\r\nseries;period;value\r\nop.gold;2026-05;4228,5\r\n',
    ],
    ['with that line behind a byte order mark', '\ufeff"sep=,"\nseries,period,value\nop.gold,2026-05,4228.5\n'],
    ['with columns in another order and capitals', 'Value,Unit,Series,Period\n4228.50,USD/ozt,op.gold,2026-05\n\n'],
  ])('is read: %s', async (_, text) => {
    const { vintage, read: count } = await read(text);
    expect(count).toBe(1);
    expect(vintage).toMatchObject({
      ok: true,
      value: { figures: [{ series: 'op.gold', period: '2026-05', value: '4228.5' }] },
    });
  });

  it.each([
    ['empty cells behind every line', 'series,period,value,unit,,\nop.gold,2026-05,120.5,USD/ozt,,\n'],
    ['empty cells behind some lines', `${HEAD}op.gold,2026-05,120.5,USD/ozt, ,,\n`],
    ['lines of empty cells', `,,,\n${HEAD},,,\nop.gold,2026-05,120.5,USD/ozt\n,,,\n , ,\n`],
    ['the same with semicolons', 'series;period;value;unit\nop.gold;2026-05;120,5;USD/ozt\n;;;\n'],
  ])('is read with %s', async (_, table) => {
    expect((await read(table)).vintage).toMatchObject({
      ok: true,
      value: { figures: [{ series: 'op.gold', period: '2026-05', value: '120.5' }] },
    });
  });

  it.each<[string, string | Buffer, string, object?]>([
    ['an empty file', '', 'csv-empty'],
    ['a head alone', HEAD, 'csv-empty'],
    ['a missing column', 'series,period\n', 'csv-column-missing', { name: 'value' }],
    ['semicolons and no rows', 'series;period;value\n', 'csv-empty'],
    ['semicolons and a missing column', 'series;period;price\n', 'csv-column-missing', { name: 'value' }],
    ['a column that is not ours', 'series,period,value,note\n', 'csv-column-unknown', { column: 4, name: 'note' }],
    ['a column twice', 'series,period,value,value\n', 'csv-column-twice', { column: 4, name: 'value' }],
    [
      'too few cells',
      `${HEAD}op.gold,2026-05,1,USD/ozt\nop.gold,2026-04\n`,
      'csv-cells',
      { line: 3, found: 2, expected: 4 },
    ],
    ['a formula', `${HEAD}op.gold,2026-05,=1+1,USD/ozt\n`, 'csv-formula', { line: 2, column: 'value', found: '=1+1' }],
    ['a command', `${HEAD}@SUM(1),2026-05,1,USD/ozt\n`, 'csv-formula', { line: 2, column: 'series' }],
    ['a formula behind blanks', `${HEAD}op.gold,2026-05,1,  +cmd|' /c calc'!A1\n`, 'csv-formula', { column: 'unit' }],
    ['a series that is not there', `${HEAD}wb.oil,2026-05,1,USD/t\n`, 'csv-series', { line: 2, found: 'wb.oil' }],
    [
      'a publisher’s own series',
      `${HEAD}wb.gold,2026-05,1,USD/ozt\n`,
      'csv-publisher',
      { line: 2, column: 'series', found: 'wb.gold' },
    ],
    ['a wrong row below that line', 'sep=;\nseries;period;value\nwb.oil;2026-05;1\n', 'csv-series', { line: 3 }],
    ['a mark that is none of ours', 'sep=|\nseries|period|value\n', 'csv-column-missing'],
    ['another unit', `${HEAD}op.gold,2026-05,1,USD/kg\n`, 'csv-unit', { line: 2, column: 'unit', expected: 'USD/ozt' }],
    ['a thirteenth month', `${HEAD}op.gold,2026-13,1,USD/ozt\n`, 'csv-period', { line: 2, column: 'period' }],
    [
      'a month ahead',
      `${HEAD}op.gold,2026-07,1,USD/ozt\n`,
      'csv-period-late',
      { found: '2026-07', date: '2026-06-02' },
    ],
    ['NaN', `${HEAD}op.gold,2026-05,NaN,USD/ozt\n`, 'csv-value', { line: 2, column: 'value', found: 'NaN' }],
    ['an exponent', `${HEAD}op.gold,2026-05,1e9,USD/ozt\n`, 'csv-value'],
    ['zero', `${HEAD}op.gold,2026-05,0.00,USD/ozt\n`, 'csv-value'],
    ['a negative price', `${HEAD}op.gold,2026-05,-5,USD/ozt\n`, 'csv-value'],
    ['a thousands mark', `${HEAD}op.gold,2026-05,"4,228",USD/ozt\n`, 'csv-value'],
    ['right-to-left marks', `${HEAD}op.gold,2026-05,\u202e001\u202c,USD/ozt\n`, 'csv-value', { found: '001' }],
    ['arabic digits', `${HEAD}op.gold,2026-05,\u0661\u0662,USD/ozt\n`, 'csv-value'],
    [
      'a month twice',
      `${HEAD}op.gold,2026-05,1,USD/ozt\nop.gold,2026-05,2,USD/ozt\n`,
      'csv-twice',
      { line: 3, series: 'op.gold' },
    ],
    ['a quote that never ends', `${HEAD}"op.gold,2026-05\n${'x'.repeat(5_000)}`, 'csv-malformed'],
    ['a zero byte', `${HEAD}op.gold\u0000,2026-05,1,USD/ozt\n`, 'csv-not-text'],
    ['Latin-1', Buffer.from([...Buffer.from(HEAD), 0xe9, 0x0a]), 'csv-not-text'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'csv-not-text'],
  ])('is refused with %s', async (_, text, code, params = {}) => {
    const { vintage } = await read(text);
    expect(vintage).toMatchObject({ ok: false, code, params });
  });

  const table = (separator: string, ...values: string[]) =>
    [
      `series${separator}period${separator}value`,
      ...values.map((value, index) => `op.gold${separator}2026-0${index + 1}${separator}${value}`),
    ].join('\r\n');
  const valuesOf = async (text: string) => {
    const { vintage } = await read(text);
    return vintage.ok ? vintage.value.figures.map(({ value }) => value) : vintage;
  };

  it.each([
    [
      'semicolons and decimal commas',
      table(';', '4228,50', '4 228,5', '63,9', '437'),
      ['4228.5', '4228.5', '63.9', '437'],
    ],
    ['a byte order mark before them', `\ufeff${table(';', '4228,50')}\r\n`, ['4228.5']],
    ['semicolons, whose comma is a decimal mark before three digits too', table(';', '63,125'), ['63.125']],
    ['semicolons and points only', table(';', '4228.50', '63.9'), ['4228.5', '63.9']],
    ['tabs and points', table('\t', '4228.50', '63.125'), ['4228.5', '63.125']],
    ['tabs and commas', table('\t', '4228,50', '63,125'), ['4228.5', '63.125']],
    ['tabs and whole figures', table('\t', '4228'), ['4228']],
    ['quoted cells between semicolons', '"series";"period";"value"\r\n"op.gold";"2026-05";"4228,50"\r\n', ['4228.5']],
  ])('of a European spreadsheet is read: %s', async (_, text, values) => {
    expect(await valuesOf(text)).toEqual(values);
  });

  it.each<[string, string, string, object]>([
    [
      'a point before three digits',
      table(';', '1.500'),
      'csv-doubtful',
      { line: 2, column: 'value', whole: '1500', decimal: '1,5' },
    ],
    ['the same where commas are clear', table(';', '63,9', '1.500'), 'csv-doubtful', { line: 3, found: '1.500' }],
    ['the same where points are clear', table(';', '63.9', '1.500'), 'csv-doubtful', { line: 3 }],
    ['a comma before three digits where points are clear', table(';', '63.9', '1,500'), 'csv-doubtful', { line: 3 }],
    ['two marks in one table', table(';', '63,9', '63.9'), 'csv-mixed', { line: 3, found: '63.9', example: '437,5' }],
    ['two marks in one figure', table(';', '4.228,50'), 'csv-value', { found: '4.228,50' }],
    ['tabs and a figure that nothing tells', table('\t', '1,500'), 'csv-doubtful', { line: 2 }],
    ['tabs and both marks', table('\t', '63,9', '63.9'), 'csv-mixed', { line: 2 }],
    ['a minus between semicolons', table(';', '-5,0'), 'csv-value', { found: '-5,0' }],
  ])('of a European spreadsheet is refused with %s', async (_, text, code, params) => {
    expect(await valuesOf(text)).toMatchObject({ ok: false, code, params });
  });

  it('counts the figures of a refused table, those of wrong rows too', async () => {
    const rows = [
      'op.gold,2026-04,1',
      'op.gold,2026-05,-2',
      'op.gold,2026-07,3',
      'wb.oil,2026-05,4',
      'op.gold,2026-03,',
    ];
    const { vintage, read: count } = await read(`series,period,value\n${rows.join('\n')}\n`);
    expect([vintage.ok, count]).toEqual([false, 4]);
  });

  it('names twenty wrong rows in their order and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => {
      if (index === 3) return 'op.gold,2026-01,1';
      return index % 2 === 0 ? `wb.oil,2026-05,${index}` : `op.gold,19${60 + index}-01,NaN`;
    });
    const { vintage } = await read(`series,period,value\n${rows.join('\n')}\n`);
    if (vintage.ok || !vintage.rows) throw new Error('not refused by its rows');
    const { named, more } = vintage.rows;
    expect([named.length, more]).toEqual([20, 9]);
    expect(named.map(({ params }) => params['line'])).toEqual([
      2,
      3,
      4,
      ...Array.from({ length: 17 }, (_, index) => index + 6),
    ]);
    expect(named[0]).toEqual({
      messageKey: 'pricing:import.csvSeries',
      params: { line: 2, column: 'series', found: 'wb.oil' },
    });
    expect(named[1]).toMatchObject({
      messageKey: 'pricing:import.csvValue',
      params: { found: 'NaN', example: '437.5' },
    });
    expect(vintage).toMatchObject({ code: 'csv-series', params: { line: 2 } });
  });

  it('is refused without a day of publication, which it does not say itself', async () => {
    expect((await read('series,period,value\nop.gold,2026-05,1\n', null)).vintage).toMatchObject({
      code: 'date-not-given',
    });
  });

  it('of a million lines is given up at the limit', { timeout: 20_000 }, async () => {
    const line = 'op.gold,1900-01,1\n';
    const months = Array.from({ length: 1_000_000 }, () => line);
    const { vintage, read: count } = await read(`series,period,value\n${months.join('')}`);
    // All but the first line say it again; the reading ends at the limit.
    expect([vintage.ok, count]).toEqual([false, 100_000]);
    const all = Array.from({ length: 100_001 }, (_, index) => `s${index},2026-05,1\n`);
    const keys = new Map(all.map((_, index) => [`s${index}`, 'USD/t']));
    const bytes = Buffer.from(`series,period,value\n${all.join('')}`);
    const long = await readPriceCsv(bytes, { publishedOn: '2026-06-02', series: keys });
    expect(long.vintage).toMatchObject({ code: 'csv-too-big' });
  });
});
