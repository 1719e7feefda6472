import { z } from 'zod';
import { COUNT_UNITS, GRADE_UNITS, MASS_UNITS } from '#app/money/units';
import { decimalText } from '#app/money/decimal-text.schema';
import { currencyCode, elementName, gradeValue, seriesKey, shortText } from '../formula/valuation-terms.schema';
import { isoDate } from '#app/money/calendar-day.schema';
import type { Method } from './method';

const percent = decimalText({ max: '100' });
const money = { value: decimalText(), currency: currencyCode };
const level = <Schema extends z.ZodType>(terms: Schema) =>
  z.strictObject({ floor: terms, fair: terms, ceiling: terms });

const source = z.strictObject({
  level: z.enum(['floor', 'fair', 'ceiling', 'all']),
  citation: z.string().min(3).max(300),
  on: isoDate,
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
});

const base = {
  title: shortText,
  covers: z
    .array(z.strictObject({ mineral: z.string().min(1).max(40), form: z.string().min(1).max(40) }))
    .min(1)
    .max(40),
  currency: currencyCode,
  sources: z.array(source).min(1).max(30),
};

const containedMetal = z.strictObject({
  ...base,
  family: z.literal('contained-metal'),
  element: elementName,
  series: seriesKey,
  terms: level(
    z.strictObject({
      payablePct: percent,
      discountPct: percent,
      premiumPct: decimalText({ max: '1000' }),
      premium: z.strictObject({ ...money, per: z.enum(['g', 'kg', 'ozt']) }).nullable(),
    }),
  ),
});

const contractTerms = z.strictObject({
  ...base,
  family: z.literal('contract-terms'),
  element: elementName,
  terms: level(
    z.strictObject({
      franchisePct: percent,
      payables: z
        .array(
          z.strictObject({
            element: elementName,
            series: seriesKey,
            payablePct: percent,
            deduction: gradeValue.nullable(),
            minimumDeduction: gradeValue.nullable(),
            discountPct: percent,
            refining: z.strictObject({ ...money, per: z.enum(MASS_UNITS) }).nullable(),
          }),
        )
        .min(1)
        .max(10),
      charges: z.array(z.strictObject({ label: shortText, ...money, per: z.enum([...MASS_UNITS, 'lot']) })).max(10),
      penalties: z
        .array(
          z.strictObject({
            element: elementName,
            unit: z.enum(GRADE_UNITS),
            free: decimalText(),
            per: z.enum(MASS_UNITS),
            currency: currencyCode,
            bands: z
              .array(z.strictObject({ upTo: decimalText().nullable(), ratePerUnit: decimalText() }))
              .min(1)
              .max(10),
          }),
        )
        .max(10),
    }),
  ),
});

const countryCode = z.string().regex(/^[A-Z]{2}$/);

/** What a batch costs; the API takes a cooperative's own in the same shape. */
export const costSheetSchema = z.strictObject({
  currency: currencyCode,
  batch: decimalText({ positive: true }),
  unit: z.enum([...MASS_UNITS, ...COUNT_UNITS]),
  inputs: decimalText(),
  energy: decimalText(),
  transport: decimalText(),
  hours: decimalText(),
  livingWagePerHour: decimalText(),
  contingencyPct: percent,
});

const percentile = z.number().int().min(1).max(99);

const costPlus = z.strictObject({
  ...base,
  family: z.literal('cost-plus'),
  referenceCosts: z.record(countryCode, costSheetSchema),
  livingWages: z
    .record(countryCode, z.strictObject({ perHour: decimalText({ positive: true }), currency: currencyCode }))
    .optional(),
  terms: level(z.strictObject({ marginPct: decimalText({ max: '1000' }), percentile: percentile.optional() })),
});

const comparables = z.strictObject({
  ...base,
  family: z.literal('comparables'),
  terms: level(z.strictObject({ percentile })),
});

/** A method as it is kept: without its id, which is the row's, and its approval, which is another person's row. */
export const methodDefinitionSchema = z.discriminatedUnion('family', [
  containedMetal,
  contractTerms,
  costPlus,
  comparables,
]);
export type MethodDefinition = z.output<typeof methodDefinitionSchema>;

export function definitionOf(method: Method): MethodDefinition {
  const { id: _id, approvedBy: _approved, ...definition } = method;
  return methodDefinitionSchema.parse(definition);
}
