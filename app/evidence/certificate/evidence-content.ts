import { z } from 'zod';
import { VERDICT_STATES } from '#app/valuation/bands/verdict';

const amount = z.object({ amount: z.string(), currency: z.string() });

const band = z.object({
  method: z.object({
    id: z.string(),
    title: z.string(),
    approvedBy: z.object({ name: z.string(), on: z.string() }).optional(),
    /** Only contract terms have a franchise. */
    terms: z
      .object({ fair: z.object({ franchisePct: z.string().optional() }).optional() })
      .optional()
      .catch(undefined),
  }),
  input: z.object({
    grades: z.array(z.object({ element: z.string(), value: z.string(), unit: z.string() })),
    originCountry: z.string().nullable(),
    asOf: z.string(),
    quantity: z.object({ moisturePct: z.string().optional(), franchisePct: z.string().optional() }).optional(),
  }),
  observations: z.array(
    z.object({
      series: z.string(),
      period: z.string(),
      value: z.string(),
      currency: z.string(),
      per: z.string(),
      vintage: z.string(),
      source: z.string(),
      licence: z.string(),
      ageDays: z.number(),
      state: z.enum(['fresh', 'stale']),
    }),
  ),
  rates: z.array(
    z.object({ base: z.string(), quote: z.string(), rate: z.string(), on: z.string(), source: z.string() }),
  ),
  result: z.object({
    floor: amount,
    fair: amount,
    ceiling: amount,
    verdict: z
      .object({
        state: z.enum(VERDICT_STATES),
        against: z.string(),
        gapPct: z.string().nullable(),
        gapAmount: z.string(),
      })
      .nullable(),
  }),
});

const evidence = z.object({
  order: z.string(),
  lot: z.string(),
  quantity: z.object({ value: z.string(), unit: z.string() }),
  price: amount,
  acceptedAt: z.string(),
  band: band.nullable(),
  noBandReason: z.string().nullable(),
});

/** What a certificate shows of a piece of evidence: nothing that is not in its text. */
export type EvidenceContent = z.output<typeof evidence>;

/** Null where the text is not of a kind that we know how to show. It can still be checked. */
export function evidenceContent(content: unknown): EvidenceContent | null {
  const parsed = evidence.safeParse(content);
  return parsed.success ? parsed.data : null;
}
