type Row = { period: string; value: string; vintage: string; state: string };

/**
 * RFC 4180 with the unit and the attribution in every row, so that a figure that is copied keeps its source. Every cell is ours or a
 * number, none can be read as a formula: text is quoted and begins with a letter.
 */
export function observationsCsv(series: { unit: string; attribution: string }, rows: readonly Row[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map(({ period, value, vintage, state }) => [
    period,
    value,
    series.unit,
    vintage,
    state,
    series.attribution,
  ]);
  return [['period', 'value', 'unit', 'vintage', 'state', 'source'], ...lines]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');
}
