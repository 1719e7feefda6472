import type { SourceFacts } from '../source-facts';

/** A licensed feed of daily prices: only ever fetched, with the operator's own key in its address. */
export const DAILY_JSON_FACTS = {
  label: 'pricing:imports.source.dailyJson',
  hours: { hours: [5], minute: 10, days: 'every-day' },
  isBrought: false,
} as const satisfies SourceFacts;
