import { describe, expect, it } from 'vitest';
import { observationsCsv } from './observations-csv';

const rows = [{ period: '2026-05', value: '19', vintage: '2026-06-02', state: 'in-force' }];
const sourceOf = (attribution: string) =>
  observationsCsv({ unit: 'USD/t', attribution }, rows)
    .split('\r\n2026-05,19,USD/t,2026-06-02,in-force,')[1]
    ?.replace(/\r\n$/, '');

describe('a table of observations', () => {
  it.each([
    ['World Bank, CC BY 4.0', '"World Bank, CC BY 4.0"'],
    ['The "Pink Sheet"', '"The ""Pink Sheet"""'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['\u0001x', "'\u0001x"],
    ['A+B', 'A+B'],
  ])('writes the source %j so that no spreadsheet runs it', (attribution, cell) => {
    expect(sourceOf(attribution)).toBe(cell);
  });
});
