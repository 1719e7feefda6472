import { z } from 'zod';
import { PAYMENT_METHODS } from '#app/payments/limits/payment-cost';
import { FORMS, STAGES } from '../products/products';
import { MINERALS } from '../products/minerals';
import { CERTIFICATES, INCOTERMS } from '../products/terms';
import { readCursor } from '../search/lot-cursor';
import { BAND_POSITIONS, SORTS } from '../search/lot-search';
import { AVAILABILITIES } from '../vocabulary/availability';

const some = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).max(values.length).optional();
/**
 * Above zero, and no more than one and so many zeros: said by the pattern alone, so that whoever reads the
 * description knows it too.
 */
const range = (what: string, mostDigits: number) => {
  const most = `1${'0'.repeat(mostDigits)}`;
  return z
    .string()
    .regex(
      new RegExp(`^(?!0+(?:\\.0+)?$)(?:\\d{1,${mostDigits}}(?:\\.\\d{1,9})?|${most}(?:\\.0{1,9})?)$`),
      `A decimal above zero, with a point, at most ${most}`,
    )
    .meta({ description: what })
    .optional();
};

/**
 * What the list of lots may be asked for: as on its page, and each name may stand several times for
 * alternatives.
 */
export const lotQuerySchema = z
  .strictObject({
    mineral: some(MINERALS),
    form: some(FORMS),
    stage: some(STAGES),
    country: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'A country by its two letters (ISO 3166-1)'))
      .max(50)
      .optional(),
    certificate: some(CERTIFICATES),
    incoterm: some(INCOTERMS),
    band: some(BAND_POSITIONS).meta({ description: 'Where the ask stands on the fair band' }),
    women: z.array(z.literal('yes')).max(1).optional(),
    massMin: range('Least mass in kilograms', 8),
    massMax: range('Most mass in kilograms', 8),
    purityMin: range('Least grade in percent', 2),
    purityMax: range('Most grade in percent', 2),
    sort: z.enum(SORTS).optional(),
    after: z
      .string()
      .regex(/^[\d.:TZ-]{1,40}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
        error: 'A cursor as `next` gave it',
        abort: true,
      })
      .meta({ description: 'Where the page starts: `next` of the page before' })
      .optional(),
  })
  .superRefine(({ sort, after }, ctx) => {
    // A damaged cursor that began anew would send a program round in circles.
    if (after !== undefined && readCursor(sort ?? SORTS[0], after) === null)
      ctx.addIssue({
        code: 'custom',
        path: ['after'],
        params: { code: 'bad_cursor' },
        message: 'A cursor as `next` gave it, for the same sort',
      });
  });

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const amount = z.strictObject({ amount: decimal, currency: z.string().length(3) }).meta({ id: 'LotAmount' });

const payment = z
  .strictObject({
    price: amount,
    methods: z.array(z.enum(PAYMENT_METHODS)),
    none: z.string().nullable().meta({ description: 'Why none can be used' }),
  })
  .meta({ id: 'LotPayment' });

const lot = {
  id: z.uuid(),
  number: z.string(),
  page: z.url(),
  mineral: z.string(),
  form: z.string(),
  quantity: decimal,
  availability: z
    .enum(AVAILABILITIES)
    .meta({ description: 'How much of it is left: at least a half, less, less than a tenth (little)' }),
  unit: z.string(),
  grades: z.array(z.strictObject({ element: z.string(), value: decimal, unit: z.string() })),
  facts: z.record(z.string(), z.string()),
  ask: amount.meta({ description: 'For the whole quantity' }),
  origin: z.strictObject({ country: z.string(), district: z.string() }),
  incoterm: z.string(),
  incotermPlace: z.string(),
  womenLed: z.boolean(),
  certificates: z.array(z.string()),
  cooperative: z.strictObject({ name: z.string(), page: z.url() }),
};

const storedBand = z
  .strictObject({
    method: z.string(),
    asOf: z.string(),
    floor: amount,
    fair: amount,
    ceiling: amount,
    verdict: z.strictObject({ state: z.string() }).meta({ description: 'Where the ask stands' }),
  })
  .meta({ id: 'LotBand', description: 'The fair band of the whole quantity as it was last worked out' });

const noBand = z
  .strictObject({ none: z.string().meta({ description: 'Why there is no band' }) })
  .meta({ id: 'NoBand' });

export const lotsAnswerSchema = z
  .strictObject({
    lots: z.array(
      z.strictObject({ ...lot, assayed: z.boolean(), band: z.union([storedBand, noBand]) }).meta({ id: 'LotListed' }),
    ),
    total: z.int().meta({ description: 'Of all pages' }),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last' }),
  })
  .meta({ id: 'Lots' });

export const lotAnswerSchema = z
  .strictObject({
    ...lot,
    state: z.string(),
    stage: z.string(),
    hsCode: z.string().nullable(),
    description: z.string().nullable(),
    divisible: z.boolean(),
    leadTimeDays: z.int(),
    listedAt: z.string().nullable(),
    payment: z.strictObject({ whole: payment, smallestPart: payment.nullable() }).meta({
      description: 'By which methods the whole lot, and its smallest part where it is sold in parts, can be paid',
    }),
    band: z.union([
      z.looseObject({
        method: z.string(),
        asOf: z.string(),
        floor: amount,
        fair: amount,
        ceiling: amount,
        verdict: z
          .strictObject({ state: z.string(), against: z.string(), gapPct: decimal.nullable(), gapAmount: decimal })
          .nullable(),
        references: z.array(z.looseObject({ series: z.string(), period: z.string(), value: decimal })),
        rates: z.array(
          z.looseObject({ base: z.string(), quote: z.string(), rate: decimal, on: z.string(), source: z.string() }),
        ),
        hash: z.string(),
      }),
      noBand,
    ]),
  })
  .meta({ id: 'Lot' });
