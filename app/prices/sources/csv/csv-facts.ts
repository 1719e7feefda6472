import type { SourceFacts } from '../source-facts';

/** A table that staff or the command bring: its day of publication stands beside it. */
export const CSV_FACTS = {
  label: 'pricing:imports.source.csv',
  hours: null,
  isBrought: true,
} as const satisfies SourceFacts;
