import { z } from 'zod';
import { parseAmount } from '#app/money/money';
import { GRADE_UNITS } from '#app/money/units';
import { costSheetSchema } from '../methods/method-definition.schema';
import { decimalShape, decimalText } from '#app/money/decimal-text.schema';
import { currencyCode, elementName, gradeValue, leftOut, shortText } from '../formula/valuation-terms.schema';
import { PLAIN_ISSUES } from '../formula/plain-issues';
import { isoDate, knownAtInstant } from '#app/money/calendar-day.schema';
import { quantitySchema } from '../formula/valuation.schema';

const askSchema = z
  .strictObject({ amount: decimalText(), currency: currencyCode })
  .transform(({ amount, currency }, ctx) => {
    const money = parseAmount(amount, currency);
    if (money) return money;
    const message = `More decimals than ${currency} has`;
    ctx.addIssue({ code: 'custom', path: ['amount'], params: { code: 'too_precise' }, message });
    return z.NEVER;
  });

const grade = z
  .strictObject({
    element: elementName,
    value: z.string().meta(decimalShape()),
    unit: z.string().meta({ enum: [...GRADE_UNITS] }),
  })
  .transform(({ element, ...rest }, ctx) => {
    const parsed = gradeValue.safeParse(rest, PLAIN_ISSUES);
    if (parsed.success) return { element, ...parsed.data };
    for (const issue of parsed.error.issues) ctx.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

const grades = leftOut(z.array(grade).max(20), []).superRefine((list, ctx) => {
  list.forEach(({ element }, index) => {
    if (list.findIndex((one) => one.element === element) === index) return;
    const message = 'This element is already listed';
    ctx.addIssue({ code: 'custom', path: [index, 'element'], params: { code: 'duplicate' }, message });
  });
});

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((given) => given ?? null);

/**
 * What may be asked of POST /api/v1/bands: a lot's facts, and a method by its id or by the product (mineral and form) that it covers.
 * `quality` and `stoneCt` (average stone) say what stones and goods are compared with.
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
    grades,
    quality: optional(shortText),
    stoneCt: optional(decimalText({ positive: true, max: '100000' })),
    originCountry: optional(z.string().regex(/^[A-Z]{2}$/, 'A country by its two letters (ISO 3166-1)')),
    costs: optional(costSheetSchema),
    ask: optional(askSchema),
  })
  .superRefine(({ method, mineral, form }, ctx) => {
    if (method !== null || (mineral !== null && form !== null)) return;
    ctx.addIssue({
      code: 'custom',
      path: ['method'],
      params: { code: 'required' },
      message: 'Give a method, or mineral and form',
    });
  });
export type BandRequestInput = z.output<typeof bandRequestSchema>;
