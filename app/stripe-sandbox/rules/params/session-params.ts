import { z } from 'zod';
import type { LineItem } from '../../objects/rows';
import { paramName, toRefusal } from './param-issues';
import { amountStep, isStripeCurrency, maxAmount, minAmount, stripeAmountToDecimal } from '../stripe-currency';
import { invalidRequest } from '../stripe-refusal';

// Stripe's own list for Checkout. Swahili is not in it: ask for "auto" there.
const LOCALES = (
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru ' +
  'sk sl sv th tr vi zh zh-HK zh-TW'
).split(' ');
export const BANK_METHODS = ['customer_balance', 'us_bank_account', 'sepa_debit'] as const;
const METHODS = ['card', ...BANK_METHODS] as const;
const MIN_LIFE_SECONDS = 30 * 60;
const MAX_LIFE_SECONDS = 24 * 60 * 60;
// A caller asks for "thirty minutes from now" by its own clock, a moment earlier.
const CLOCK_GRACE_SECONDS = 10;

const whole = z.string().regex(/^\d{1,12}$/, 'Invalid integer');
export const metadataSchema = z
  .record(z.string().max(40), z.string().max(500))
  .refine((value) => Object.keys(value).length <= 50, 'Metadata can have up to 50 keys');
const url = z.url({ protocol: /^https?$/ }).max(5_000);
const ignored = z.unknown().optional();

const lineItem = z.strictObject({
  price_data: z.strictObject({
    currency: z.string(),
    unit_amount: whole,
    product_data: z.strictObject({
      name: z.string().min(1).max(250),
      description: z.string().max(500).optional(),
      images: ignored,
      metadata: metadataSchema.optional(),
      tax_code: ignored,
    }),
    tax_behavior: ignored,
  }),
  quantity: whole.default('1'),
});

const sessionParams = z.strictObject({
  mode: z.enum(['payment']),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: url,
  cancel_url: url.optional(),
  client_reference_id: z.string().max(200).optional(),
  customer: z.string().optional(),
  customer_email: z.email().max(800).optional(),
  expires_at: whole.optional(),
  locale: z.enum(LOCALES as [string, ...string[]]).optional(),
  metadata: metadataSchema.default({}),
  payment_intent_data: z
    .strictObject({
      description: z.string().max(1_000).optional(),
      metadata: metadataSchema.default({}),
      transfer_group: z.string().max(255).optional(),
      receipt_email: ignored,
      statement_descriptor: ignored,
      statement_descriptor_suffix: ignored,
    })
    .default({ metadata: {} }),
  payment_method_types: z.array(z.enum(METHODS)).min(1).optional(),
  ui_mode: z.enum(['hosted_page']).optional(),
  // Taken and without effect: they change nothing that the sandbox does.
  adaptive_pricing: ignored,
  automatic_tax: ignored,
  billing_address_collection: ignored,
  custom_text: ignored,
  customer_creation: ignored,
  expand: ignored,
  invoice_creation: ignored,
  payment_method_options: ignored,
  submit_type: ignored,
});

export type SessionParams = ReturnType<typeof readSessionParams>;

/** Parameters of POST /v1/checkout/sessions, checked as Stripe checks them. Throws StripeRefusal. */
export function readSessionParams(params: unknown, now: Date) {
  const read = sessionParams.safeParse(params);
  if (!read.success) throw toRefusal(read.error, params);
  const data = read.data;
  if (data.customer !== undefined && data.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', {
      param: 'customer',
    });
  }
  if (data.payment_method_types?.includes('customer_balance') && data.customer === undefined) {
    throw invalidRequest('You must provide a customer to use the payment method type `customer_balance`.', {
      param: 'customer',
    });
  }
  return {
    ...readAmount(data.line_items),
    successUrl: data.success_url,
    cancelUrl: data.cancel_url ?? null,
    clientReferenceId: data.client_reference_id ?? null,
    customerId: data.customer ?? null,
    customerEmail: data.customer_email ?? null,
    locale: data.locale ?? null,
    metadata: data.metadata,
    intentMetadata: data.payment_intent_data.metadata,
    intentDescription: data.payment_intent_data.description ?? null,
    transferGroup: data.payment_intent_data.transfer_group ?? null,
    // Without a list Stripe offers what the account has switched on: here cards and bank transfers.
    paymentMethodTypes: data.payment_method_types ?? ['card', 'customer_balance'],
    createdAt: now,
    expiresAt: readExpiry(data.expires_at, now),
  };
}

function readAmount(items: z.infer<typeof lineItem>[]): {
  currency: string;
  amountMinor: bigint;
  lineItems: LineItem[];
} {
  const currencies = new Set(items.map((item) => item.price_data.currency.toLowerCase()));
  const [currency = ''] = currencies;
  const param = paramName(['line_items', 0, 'price_data', 'currency']);
  if (!isStripeCurrency(currency)) throw invalidRequest(`Invalid currency: ${currency}.`, { param });
  if (currencies.size > 1)
    throw invalidRequest('All prices on a Checkout Session must have the same currency.', { param });
  let amountMinor = 0n;
  items.forEach((item, index) => {
    if (BigInt(item.price_data.unit_amount) % amountStep(currency) !== 0n) {
      throw invalidRequest(
        `Invalid amount. Currency ${currency.toUpperCase()} amounts must be evenly divisible by ${amountStep(currency)}.`,
        {
          code: 'invalid_charge_amount',
          param: paramName(['line_items', index, 'price_data', 'unit_amount']),
        },
      );
    }
    amountMinor += BigInt(item.price_data.unit_amount) * BigInt(item.quantity);
  });
  if (amountMinor <= 0n) {
    throw invalidRequest("The Checkout Session's total amount due must be more than zero.", {
      code: 'amount_too_small',
    });
  }
  const smallest = minAmount(currency);
  if (amountMinor < smallest) {
    const least = `${stripeAmountToDecimal(smallest, currency)} ${currency}`;
    throw invalidRequest(`The Checkout Session's total amount must convert to at least ${least}.`, {
      code: 'amount_too_small',
    });
  }
  const largest = maxAmount(currency);
  if (amountMinor > largest) {
    const most = `${stripeAmountToDecimal(largest, currency)} ${currency}`;
    throw invalidRequest(`The Checkout Session's total amount must be no more than ${most}.`, {
      code: 'amount_too_large',
    });
  }
  const lineItems = items.map((item) => ({
    name: item.price_data.product_data.name,
    description: item.price_data.product_data.description ?? null,
    unitAmountMinor: item.price_data.unit_amount,
    quantity: item.quantity,
  }));
  return { currency, amountMinor, lineItems };
}

function readExpiry(text: string | undefined, now: Date): Date {
  if (text === undefined) return new Date(now.getTime() + MAX_LIFE_SECONDS * 1_000);
  const at = new Date(Number.parseInt(text, 10) * 1_000);
  const life = (at.getTime() - now.getTime()) / 1_000;
  if (life < MIN_LIFE_SECONDS - CLOCK_GRACE_SECONDS) {
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  if (life > MAX_LIFE_SECONDS + CLOCK_GRACE_SECONDS) {
    throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  return at;
}
