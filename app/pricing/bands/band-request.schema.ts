import { z } from 'zod';
import { parseAmount } from '#app/money/money';
import { COUNT_UNITS, MASS_UNITS } from '#app/money/units';
import { findMethod, methodFor } from '../methods/methods';
import { decimalText } from '../valuation/decimal-text.schema';
import { currencyCode, elementName, gradeValue, shortText } from '../valuation/valuation-terms.schema';
import { isoDate, knownAtInstant, quantitySchema } from '../valuation/valuation.schema';

const askSchema = z
  .strictObject({ amount: decimalText(), currency: currencyCode })
  .transform(({ amount, currency }, ctx) => {
    const money = parseAmount(amount, currency);
    if (money) return money;
    const message = `More decimals than ${currency} has`;
    ctx.addIssue({ code: 'custom', path: ['amount'], params: { code: 'too_precise' }, message });
    return z.NEVER;
  });

const costSheet = z.strictObject({
  currency: currencyCode,
  batch: decimalText({ positive: true }),
  unit: z.enum([...MASS_UNITS, ...COUNT_UNITS]),
  inputs: decimalText(),
  energy: decimalText(),
  transport: decimalText(),
  hours: decimalText(),
  livingWagePerHour: decimalText(),
  contingencyPct: decimalText({ max: '100' }),
});

const grade = z
  .strictObject({ element: elementName, value: z.string(), unit: z.string() })
  .transform(({ element, ...rest }, ctx) => {
    const parsed = gradeValue.safeParse(rest, { reportInput: true });
    if (parsed.success) return { element, ...parsed.data };
    for (const issue of parsed.error.issues) ctx.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? null);

/**
 * What may be asked of POST /api/v1/bands: a lot's facts, and a method by its id or by the product (mineral and form) that it covers.
 * Resolves to the method itself.
 */
export const bandRequestSchema = z
  .strictObject({
    method: optional(shortText),
    mineral: optional(shortText),
    form: optional(shortText),
    asOf: isoDate,
    knownAt: knownAtInstant,
    currency: optional(currencyCode),
    quantity: quantitySchema,
    grades: z.array(grade).max(20).default([]),
    originCountry: optional(z.string().regex(/^[A-Z]{2}$/, 'A country by its two letters (ISO 3166-1)')),
    costs: optional(costSheet),
    ask: optional(askSchema),
  })
  .transform(({ method: id, mineral, form, ...rest }, ctx) => {
    const method =
      id !== null ? findMethod(id) : mineral !== null && form !== null ? methodFor({ mineral, form }) : null;
    if (method) return { ...rest, method };
    const nothing = id === null && (mineral === null || form === null);
    ctx.addIssue({
      code: 'custom',
      path: ['method'],
      params: { code: nothing ? 'required' : 'unknown_value' },
      message: nothing ? 'Give a method, or mineral and form' : 'No such method: see /api/v1/methods',
    });
    return z.NEVER;
  });
