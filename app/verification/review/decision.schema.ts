import { isDay } from '#app/money/calendar-day';
import { z } from 'zod';
import { singleLineBreaks } from '#app/platform/text/read-note';

export const DECISIONS = ['accept', 'accept-with-plan', 'reject'] as const;

export const decisionSchema = z.object({
  action: z.enum(DECISIONS, { error: 'verification:refusal.decision' }),
  /** What the applicant reads: why not, or what to improve. */
  reason: z
    .string()
    .transform(singleLineBreaks)
    .pipe(z.string().trim().max(2000, { error: 'verification:refusal.reasonLong' })),
  planDueOn: z.string().refine((day) => day === '' || isDay(day), { error: 'verification:refusal.planDueOn' }),
  /** Ids of the evidence that stood beside the form. */
  evidenceSeen: z.array(z.uuid()).max(50),
});

export type Decision = z.infer<typeof decisionSchema>;
