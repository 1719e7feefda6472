import { describe, expect, it } from 'vitest';
import { readPriceCsv } from './price-csv.server';

const series = new Map([
  ['op.apt-tungsten', 'USD/MTU'],
  ['wb.gold', 'USD/ozt'],
]);
const read = (text: string | Buffer, publishedOn: string | null = '2026-06-02') =>
  readPriceCsv(Buffer.from(text), { publishedOn, series });
const HEAD = 'series,period,value,unit\n';

describe('a table of prices', () => {
  it.each([
    ['plain', 'series,period,value\nwb.gold,2026-05,4228.50\n'],
    [
      'with a byte order mark, quotes and Windows line ends',
      '\ufeff"series","period","value"\r\n"wb.gold","2026-05","4228.50"\r\n',
    ],
    ['with columns in another order and capitals', 'Value,Unit,Series,Period\n4228.50,USD/ozt,wb.gold,2026-05\n\n'],
  ])('is read: %s', async (_, text) => {
    const { vintage, read: count } = await read(text);
    expect(count).toBe(1);
    expect(vintage).toMatchObject({
      ok: true,
      value: { figures: [{ series: 'wb.gold', period: '2026-05', value: '4228.5' }] },
    });
  });

  it.each<[string, string | Buffer, string, object?]>([
    ['an empty file', '', 'csv-empty'],
    ['a head alone', HEAD, 'csv-empty'],
    ['a missing column', 'series,period\n', 'csv-column-missing', { name: 'value' }],
    ['semicolons', 'series;period;value\n', 'csv-column-missing', { name: 'series' }],
    ['a column that is not ours', 'series,period,value,note\n', 'csv-column-unknown', { column: 4, name: 'note' }],
    ['a column twice', 'series,period,value,value\n', 'csv-column-unknown', { column: 4 }],
    [
      'too few cells',
      `${HEAD}wb.gold,2026-05,1,USD/ozt\nwb.gold,2026-04\n`,
      'csv-cells',
      { line: 3, found: 2, expected: 4 },
    ],
    ['a formula', `${HEAD}wb.gold,2026-05,=1+1,USD/ozt\n`, 'csv-formula', { line: 2, column: 'value', found: '=1+1' }],
    ['a command', `${HEAD}@SUM(1),2026-05,1,USD/ozt\n`, 'csv-formula', { line: 2, column: 'series' }],
    ['a formula behind blanks', `${HEAD}wb.gold,2026-05,1,  +cmd|' /c calc'!A1\n`, 'csv-formula', { column: 'unit' }],
    ['a series that is not there', `${HEAD}wb.oil,2026-05,1,USD/t\n`, 'csv-series', { line: 2, found: 'wb.oil' }],
    ['another unit', `${HEAD}wb.gold,2026-05,1,USD/kg\n`, 'csv-unit', { line: 2, column: 'unit', expected: 'USD/ozt' }],
    ['a thirteenth month', `${HEAD}wb.gold,2026-13,1,USD/ozt\n`, 'csv-period', { line: 2, column: 'period' }],
    ['a month ahead', `${HEAD}wb.gold,2026-07,1,USD/ozt\n`, 'csv-period', { found: '2026-07' }],
    ['NaN', `${HEAD}wb.gold,2026-05,NaN,USD/ozt\n`, 'csv-value', { line: 2, column: 'value', found: 'NaN' }],
    ['an exponent', `${HEAD}wb.gold,2026-05,1e9,USD/ozt\n`, 'csv-value'],
    ['zero', `${HEAD}wb.gold,2026-05,0.00,USD/ozt\n`, 'csv-value'],
    ['a negative price', `${HEAD}wb.gold,2026-05,-5,USD/ozt\n`, 'csv-value'],
    ['a thousands mark', `${HEAD}wb.gold,2026-05,"4,228",USD/ozt\n`, 'csv-value'],
    ['right-to-left marks', `${HEAD}wb.gold,2026-05,\u202e001\u202c,USD/ozt\n`, 'csv-value', { found: '001' }],
    ['arabic digits', `${HEAD}wb.gold,2026-05,\u0661\u0662,USD/ozt\n`, 'csv-value'],
    [
      'a month twice',
      `${HEAD}wb.gold,2026-05,1,USD/ozt\nwb.gold,2026-05,2,USD/ozt\n`,
      'csv-twice',
      { line: 3, series: 'wb.gold' },
    ],
    ['a quote that never ends', `${HEAD}"wb.gold,2026-05\n${'x'.repeat(5_000)}`, 'csv-malformed'],
    ['a zero byte', `${HEAD}wb.gold\u0000,2026-05,1,USD/ozt\n`, 'csv-not-text'],
    ['Latin-1', Buffer.from([...Buffer.from(HEAD), 0xe9, 0x0a]), 'csv-not-text'],
    ['a workbook', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'csv-not-text'],
  ])('is refused with %s', async (_, text, code, params = {}) => {
    const { vintage } = await read(text);
    expect(vintage).toMatchObject({ ok: false, code, params });
  });

  it('is refused without a day of publication, which it does not say itself', async () => {
    expect((await read('series,period,value\nwb.gold,2026-05,1\n', null)).vintage).toMatchObject({
      code: 'date-not-given',
    });
  });

  it('of a million lines is given up at the limit', { timeout: 20_000 }, async () => {
    const line = 'wb.gold,1900-01,1\n';
    const months = Array.from({ length: 1_000_000 }, () => line);
    const { vintage, read: count } = await read(`series,period,value\n${months.join('')}`);
    // The second line says the first again: nothing beyond it is read.
    expect([vintage.ok, count]).toEqual([false, 1]);
    const all = Array.from({ length: 100_001 }, (_, index) => `s${index},2026-05,1\n`);
    const keys = new Map(all.map((_, index) => [`s${index}`, 'USD/t']));
    const bytes = Buffer.from(`series,period,value\n${all.join('')}`);
    const long = await readPriceCsv(bytes, { publishedOn: '2026-06-02', series: keys });
    expect(long.vintage).toMatchObject({ code: 'csv-too-big' });
  });
});
