import { z } from 'zod';
import { knownAtInstant } from '#app/money/calendar-day.schema';

const month = z
  .string()
  .regex(/^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])$/, 'A month as YYYY-MM')
  .nullish()
  .transform((value) => value ?? null);

/** The query of GET /api/v1/series/{key}/observations. */
export const observationsQuerySchema = z
  .strictObject({
    from: month.meta({ description: 'First month, YYYY-MM' }),
    to: month.meta({ description: 'Last month, YYYY-MM' }),
    knownAt: knownAtInstant.meta({
      description: 'An instant such as 2026-06-02T10:00:00Z: the values as they were known then',
    }),
  })
  .superRefine(({ from, to }, ctx) => {
    if (from === null || to === null || from <= to) return;
    ctx.addIssue({
      code: 'custom',
      path: ['to'],
      params: { code: 'before_from' },
      message: `Not before from (${from})`,
    });
  });
