import { refuse, type Refusal } from '#app/platform/result';

/** Why a price file was refused, each with a sentence that names the place and the remedy. */
export const IMPORT_REFUSALS = {
  'not-a-spreadsheet': 'pricing:import.not_a_spreadsheet',
  'password-protected': 'pricing:import.password_protected',
  'broken-file': 'pricing:import.broken_file',
  'too-big': 'pricing:import.too_big',
  'unsafe-file': 'pricing:import.unsafe_file',
  'sheet-missing': 'pricing:import.sheet_missing',
  'date-missing': 'pricing:import.date_missing',
  'column-missing': 'pricing:import.column_missing',
  'column-twice': 'pricing:import.column_twice',
  'unit-wrong': 'pricing:import.unit_wrong',
  'period-wrong': 'pricing:import.period_wrong',
  'figure-wrong': 'pricing:import.figure_wrong',
  'no-figures': 'pricing:import.no_figures',
} as const;
export type ImportRefusalCode = keyof typeof IMPORT_REFUSALS;

export type ImportRefusal = Refusal<ImportRefusalCode>;

export function refuseImport(code: ImportRefusalCode, params: Record<string, string | number> = {}): ImportRefusal {
  return refuse(code, IMPORT_REFUSALS[code], { params });
}

/** Text of a stranger's file inside our message: short, on one line, without control or direction marks. */
export function quoted(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, ' ').trim();
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}
