import { refuse, type Refusal } from '#app/platform/result';

/** Why a price file was refused, each with a sentence that names the place and the remedy. */
export const IMPORT_REFUSALS = {
  'not-a-spreadsheet': 'pricing:import.notASpreadsheet',
  'password-protected': 'pricing:import.passwordProtected',
  'broken-file': 'pricing:import.brokenFile',
  'too-big': 'pricing:import.tooBig',
  'unsafe-file': 'pricing:import.unsafeFile',
  'sheet-missing': 'pricing:import.sheetMissing',
  'date-missing': 'pricing:import.dateMissing',
  'column-missing': 'pricing:import.columnMissing',
  'column-twice': 'pricing:import.columnTwice',
  'unit-wrong': 'pricing:import.unitWrong',
  'period-wrong': 'pricing:import.periodWrong',
  'period-twice': 'pricing:import.periodTwice',
  'period-late': 'pricing:import.periodLate',
  'figure-wrong': 'pricing:import.figureWrong',
  'no-figures': 'pricing:import.noFigures',
  'date-not-given': 'pricing:import.dateNotGiven',
  'date-ahead': 'pricing:import.dateAhead',
  'xml-unsafe': 'pricing:import.xmlUnsafe',
  'xml-broken': 'pricing:import.xmlBroken',
  'xml-too-big': 'pricing:import.xmlTooBig',
  'xml-layout': 'pricing:import.xmlLayout',
  'xml-date': 'pricing:import.xmlDate',
  'xml-rate': 'pricing:import.xmlRate',
  'xml-twice': 'pricing:import.xmlTwice',
  'csv-not-text': 'pricing:import.csvNotText',
  'csv-too-big': 'pricing:import.csvTooBig',
  'csv-malformed': 'pricing:import.csvMalformed',
  'csv-column-missing': 'pricing:import.csvColumnMissing',
  'csv-column-unknown': 'pricing:import.csvColumnUnknown',
  'csv-column-twice': 'pricing:import.csvColumnTwice',
  'csv-cells': 'pricing:import.csvCells',
  'csv-formula': 'pricing:import.csvFormula',
  'csv-series': 'pricing:import.csvSeries',
  'csv-publisher': 'pricing:import.csvPublisher',
  'csv-unit': 'pricing:import.csvUnit',
  'csv-period': 'pricing:import.csvPeriod',
  'csv-period-late': 'pricing:import.csvPeriodLate',
  'csv-value': 'pricing:import.csvValue',
  'csv-doubtful': 'pricing:import.csvDoubtful',
  'csv-mixed': 'pricing:import.csvMixed',
  'csv-twice': 'pricing:import.csvTwice',
  'csv-empty': 'pricing:import.csvEmpty',
  'json-broken': 'pricing:import.jsonBroken',
  'json-layout': 'pricing:import.jsonLayout',
  'json-date': 'pricing:import.jsonDate',
  'json-twice': 'pricing:import.jsonTwice',
  'json-value': 'pricing:import.jsonValue',
  'json-no-month': 'pricing:import.jsonNoMonth',
  'series-unknown': 'pricing:import.seriesUnknown',
  'series-unit': 'pricing:import.seriesUnit',
} as const;
export type ImportRefusalCode = keyof typeof IMPORT_REFUSALS;

/** One thing that is wrong, in words that name its place and the remedy. */
export type ImportProblem = { messageKey: string; params: Record<string, string | number> };

/** Where a table is wrong in several rows, the first of them are named, the refusal's own among them; `more` is how many are not. */
export type ImportRefusal = Refusal<ImportRefusalCode> & { rows?: { named: ImportProblem[]; more: number } };

export function refuseImport(code: ImportRefusalCode, params: Record<string, string | number> = {}): ImportRefusal {
  return refuse(code, IMPORT_REFUSALS[code], { params });
}

/** Text of a stranger's file inside our message: short, on one line, without control or direction marks. */
export function quoted(text: string, most = 40): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ').trim();
  return clean.length > most ? `${clean.slice(0, most)}…` : clean;
}
