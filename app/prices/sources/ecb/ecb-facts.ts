import type { SourceFacts } from '../source-facts';

/** The Bank publishes about 16:00 in Frankfurt on working days; the next morning looks back for what the evening missed. */
export const ECB_FACTS = {
  label: 'pricing:imports.source.ecb',
  hours: { hours: [6, 15, 17], minute: 40, days: 'working-days' },
  isBrought: true,
} as const satisfies SourceFacts;
