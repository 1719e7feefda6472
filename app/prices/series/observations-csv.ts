import { runsInSpreadsheet } from './spreadsheet-text';

type Row = { period: string; value: string; vintage: string; state: string };

/**
 * RFC 4180 with the unit and the attribution in every row, so that a figure that is copied keeps its source. The attribution is what somebody typed: where a
 * spreadsheet would run it, which no quoting prevents, an apostrophe before it makes a text of it.
 */
export function observationsCsv(series: { unit: string; attribution: string }, rows: readonly Row[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const source = runsInSpreadsheet(series.attribution) ? `'${series.attribution}` : series.attribution;
  const lines = rows.map(({ period, value, vintage, state }) => [period, value, series.unit, vintage, state, source]);
  return [['period', 'value', 'unit', 'vintage', 'state', 'source'], ...lines]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
}
