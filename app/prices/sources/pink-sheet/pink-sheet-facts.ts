import type { SourceFacts } from '../source-facts';

/** The World Bank's file comes on one of the first working days of a month. */
export const PINK_SHEET_FACTS = {
  label: 'pricing:imports.source.pinkSheet',
  hours: { hours: [6, 18], minute: 20, days: 'first-ten-days' },
  isBrought: true,
} as const satisfies SourceFacts;
