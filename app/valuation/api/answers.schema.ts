import { z } from 'zod';
import { VERDICT_STATES } from '../bands/verdict';

/** What the API answers, said once: the description is made from it, and the tests hold real answers against it. Decimals are text. */
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'A decimal as text: exact, with a point', example: '4587.21' });
const period = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .meta({ description: 'A month', example: '2026-05' });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A day (UTC)', example: '2026-06-02' });
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 in hexadecimal digits' });

export const amountAnswer = z
  .strictObject({ amount: decimal, currency: z.string().length(3) })
  .meta({ id: 'Amount', description: 'Money in major units with all decimals of its currency (ISO 4217)' });

const freshness = z.enum(['fresh', 'stale', 'expired']).meta({ description: 'By the age of the end of the month' });

const step = z
  .strictObject({ label: z.string(), expression: z.string(), value: decimal, unit: z.string(), source: z.string() })
  .meta({ id: 'Step', description: 'One line of the working, to be redone with a calculator' });

const reference = z
  .strictObject({
    series: z.string(),
    period,
    value: decimal,
    unit: z.string(),
    currency: z.string(),
    per: z.string(),
    vintage: day,
    source: z.string(),
    licence: z.string(),
    ageDays: z.int(),
    state: z.enum(['fresh', 'stale']),
  })
  .meta({ id: 'Reference', description: 'A published price that was used' });

const rate = z
  .looseObject({ base: z.string(), quote: z.string(), rate: decimal, on: day, source: z.string() })
  .meta({ id: 'Rate', description: '`rate` units of `quote` for one `base`' });

const body = {
  total: amountAnswer,
  perUnit: z.strictObject({ ...amountAnswer.shape, per: z.string() }),
  steps: z.array(step),
};
const evidence = z.strictObject({ hash: sha256, formula: z.string() }).meta({ id: 'EvidenceHash' });

export const valuationAnswerSchema = z
  .strictObject({ ...body, references: z.array(reference), rates: z.array(rate), evidence })
  .meta({ id: 'Valuation' });

const verdict = z
  .strictObject({
    state: z.enum(VERDICT_STATES),
    against: z.enum(['floor', 'fair', 'ceiling']),
    gapPct: decimal.nullable(),
    gapAmount: decimal,
  })
  .meta({ id: 'Verdict', description: 'Where an ask stands, measured from a point of the band' });
const level = z.strictObject(body).meta({ id: 'Level' });

/** Loose: families may tell more of how they came to a band. */
export const bandAnswerSchema = z
  .looseObject({
    method: z.string().meta({ example: 'gold-dore/1' }),
    floor: level,
    fair: level,
    ceiling: level,
    verdict: verdict.optional(),
    references: z.array(reference),
    rates: z.array(rate),
    evidence,
  })
  .meta({ id: 'Band' });

const latest = z.strictObject({
  period,
  value: decimal,
  vintage: day,
  ageDays: z.int(),
  state: freshness,
  monthPct: decimal.nullable(),
  yearPct: decimal.nullable(),
});

export const seriesAnswerSchema = z
  .strictObject({
    series: z.array(
      z
        .looseObject({
          key: z.string().meta({ example: 'wb.gold' }),
          commodity: z.string(),
          unit: z.string().meta({ example: 'USD/ozt' }),
          currency: z.string(),
          per: z.string(),
          frequency: z.string(),
          source: z.string(),
          licence: z.string(),
          attribution: z.string(),
          pageUrl: z.string(),
          freshDays: z.int(),
          staleDays: z.int(),
          latest: latest.nullable(),
        })
        .meta({ id: 'Series' }),
    ),
  })
  .meta({ id: 'SeriesList' });

export const observationsAnswerSchema = z
  .strictObject({
    series: z.string(),
    unit: z.string(),
    source: z.string(),
    licence: z.string(),
    attribution: z.string(),
    observations: z.array(
      z
        .strictObject({ period, value: decimal, vintage: day, state: z.enum(['in-force', 'revised', 'waiting']) })
        .meta({ id: 'Observation' }),
    ),
  })
  .meta({ id: 'Observations' });

/** Loose: each family of methods has terms of its own. */
export const methodsAnswerSchema = z
  .looseObject({
    methods: z.array(
      z
        .looseObject({
          id: z.string().meta({ example: 'gold-dore/1' }),
          family: z.string(),
          title: z.string(),
          covers: z.array(z.looseObject({ mineral: z.string(), form: z.string() })),
          currency: z.string(),
          terms: z.unknown(),
          sources: z.array(z.looseObject({ citation: z.string(), on: z.string() })),
        })
        .meta({ id: 'Method' }),
    ),
  })
  .meta({ id: 'Methods' });

export const certificateAnswerSchema = z
  .strictObject({
    kind: z.string(),
    sha256,
    verifyAt: z.url(),
    recordedAt: z.iso.datetime(),
    canonical: z.string().meta({ description: 'Canonical JSON (RFC 8785): what the hash is of' }),
    evidence: z.unknown(),
    earlier: z.array(z.strictObject({ sha256, canonical: z.string() })),
    inclusion: z
      .strictObject({ day, root: sha256, size: z.int(), position: z.int(), path: z.array(sha256) })
      .nullable(),
    checksums: z.record(z.string(), z.string()),
  })
  .meta({ id: 'Certificate', description: 'Evidence of a price, to be checked offline with `npm run verify`' });
