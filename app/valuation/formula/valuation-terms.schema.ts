import { z } from 'zod';
import { isCurrency, type Currency } from '#app/money/currency';
import { CURRENCY_EXPONENTS } from '#app/money/currency-exponents';
import { Decimal } from '#app/money/decimal';
import { COUNT_UNITS, GRADE_UNITS, isAboveWhole, MASS_UNITS } from '#app/money/units';
import { decimalText } from '#app/money/decimal-text.schema';
import { PLAIN_ISSUES } from './plain-issues';

export const currencyCode = z
  .string()
  .meta({ enum: Object.keys(CURRENCY_EXPONENTS) })
  .transform((code, ctx): Currency => {
    if (isCurrency(code)) return code;
    ctx.addIssue({
      code: 'custom',
      params: { code: 'unknown_value' },
      message: 'Not a currency that we know (ISO 4217)',
    });
    return z.NEVER;
  });

/** Programs write null for what they leave out. */
export function leftOut<Schema extends z.ZodType>(schema: Schema, instead: z.output<Schema>) {
  return schema.nullish().transform((given): z.output<Schema> => given ?? instead);
}

/** Shown on pages and hashed into evidence: no control characters and no marks that turn the reading direction. */
export const shortText = z
  .string()
  .min(1)
  .max(120)
  .regex(
    /^[^\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]*$/u,
    'No control or direction marks',
  );

export const elementName = z
  .string()
  .max(20)
  .regex(/^[A-Za-z][A-Za-z0-9+().-]*$/, 'A chemical symbol or formula, such as Au or Ta2O5, or "unit"');

export const seriesKey = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'A series key, such as wb.gold');

const percent = decimalText({ max: '100' });

/** A grade in its own unit; never above one whole, whatever the unit says (1000‰, 10⁶ ppm). */
export const gradeValue = z
  .strictObject({ value: decimalText(), unit: z.enum(GRADE_UNITS) })
  .superRefine((grade, ctx) => {
    if (isAboveWhole(grade.value, grade.unit)) {
      const message = 'More than the whole: a grade is at most 100%, 1000 permil or 1000000 ppm';
      ctx.addIssue({ code: 'custom', path: ['value'], params: { code: 'out_of_range' }, message });
    }
  });

const unitPrice = { value: decimalText(), currency: currencyCode };

/** What a price, charge or premium is counted by. `lot`: once. */
const PER_UNITS = [...MASS_UNITS, ...COUNT_UNITS] as const;
const per = z.enum(PER_UNITS);
const perOrLot = z.enum([...PER_UNITS, 'lot']);

const price = z.union([z.strictObject({ series: seriesKey }), z.strictObject({ ...unitPrice, per })]);

/** As it is described: the schema that picks a shape would say "anything". */
function priceShape(): { oneOf: object[] } {
  return {
    oneOf: price.options.map((option) => {
      const { $schema: _, ...shape } = z.toJSONSchema(option, { io: 'input' });
      return shape;
    }),
  };
}

/** Picks the shape by its members first, so that the issues name the member that is wrong and not "no match". */
const priceTerm = z
  .unknown()
  .meta(priceShape())
  .transform((given, ctx): z.output<typeof price> => {
    const isObject = typeof given === 'object' && given !== null;
    if (isObject && 'series' in given && 'value' in given) {
      const message = 'Give a series or a value, not both';
      ctx.addIssue({ code: 'custom', params: { code: 'not_allowed' }, message });
      return z.NEVER;
    }
    const [bySeries, byValue] = price.options;
    const result = (isObject && 'series' in given ? bySeries : byValue).safeParse(given, PLAIN_ISSUES);
    if (result.success) return result.data;
    for (const issue of result.error.issues) ctx.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
    return z.NEVER;
  });

const grade = gradeValue.nullish().transform((value) => value ?? null);

export const payableTerm = z.strictObject({
  element: elementName,
  grade,
  deduction: grade,
  minimumDeduction: grade,
  payablePct: leftOut(percent, '100'),
  price: priceTerm,
  discountPct: leftOut(percent, '0'),
  premiumPct: leftOut(decimalText({ max: '1000' }), '0'),
  refining: z
    .strictObject({ ...unitPrice, per })
    .nullish()
    .transform((value) => value ?? null),
});

export const chargeTerm = z.strictObject({ label: shortText, ...unitPrice, per: perOrLot });

export const premiumTerm = z.strictObject({
  label: shortText,
  ...unitPrice,
  per: perOrLot,
  of: elementName.nullish().transform((value) => value ?? null),
});

export const penaltyTerm = z
  .strictObject({
    label: shortText,
    grade: gradeValue,
    free: decimalText(),
    per: z.enum(MASS_UNITS),
    currency: currencyCode,
    bands: z
      .array(z.strictObject({ upTo: decimalText().nullable(), ratePerUnit: decimalText() }))
      .min(1)
      .max(20),
  })
  .superRefine(({ bands, grade: measured }, ctx) => {
    const refuse = (path: (string | number)[], code: string, message: string): void =>
      ctx.addIssue({ code: 'custom', path, params: { code }, message });
    bands.forEach((band, index) => {
      const before = bands[index - 1];
      if (!before) return;
      if (before.upTo === null) refuse(['bands', index], 'out_of_order', 'Follows a band that has no end');
      else if (band.upTo !== null && new Decimal(band.upTo).lessThanOrEqualTo(before.upTo))
        refuse(['bands', index, 'upTo'], 'out_of_order', 'Each band must end above the one before');
    });
    const last = bands.at(-1)?.upTo;
    if (typeof last === 'string' && new Decimal(measured.value).greaterThan(last))
      refuse(['bands'], 'not_covered', 'The grade is above the last band: end with "upTo": null');
  });
