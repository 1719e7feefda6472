import Stripe from 'stripe';
import { asCurrency } from '#app/money/currency';
import { money } from '#app/money/money';
import type { Checkout } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import type { PaymentMethod } from '../limits/payment-cost';
import { keepCheckoutRequest, type StoredRequest } from './checkout-request.server';
import { inStripeUnits, toStripeAmount, type AmountRefusal } from './stripe-amount';
import { customerOf } from './stripe-customer.server';

export type CheckoutOrder = {
  id: string;
  number: string;
  buyerId: string;
  /** What is bought and how much of it, in the buyer's language. */
  title: string;
  priceMinor: bigint;
  /** What the buyer pays on top for the payment, and what it is called. */
  cost: { minor: bigint; label: string } | null;
  currency: string;
  /** Null on orders from before methods were chosen: Stripe offers what it has. */
  method: PaymentMethod | null;
  /** Until when the order waits for its payment. */
  payBy: Date;
};
export type CheckoutRefusal = AmountRefusal | 'payments-unavailable';
type Params = Stripe.Checkout.SessionCreateParams;

const MINUTE_MS = 60_000;
// Stripe's page must live at least half an hour from its opening. One opened at the last moment outlives the
// order, and money that comes then goes back.
const PAGE_OUTLIVES_ORDER_MS = 31 * MINUTE_MS;
// … and at most a day. An order that waits longer gets a new page.
const LONGEST_PAGE_MS = (24 * 60 - 1) * MINUTE_MS;
const STRIPE_LOCALE: Record<string, 'en' | 'pt' | 'fr' | 'es'> = { en: 'en', pt: 'pt', fr: 'fr', es: 'es' };

/**
 * Opens Stripe's payment page for an order, or gives the address of the one that is open. What is asked of
 * Stripe is kept before it is asked: a second try, in another language or by a colleague, asks for the very
 * same, so that one page comes of both.
 */
export async function startCheckout(
  deps: Deps,
  { order, email, locale }: { order: CheckoutOrder; email: string; locale: string },
): Promise<Result<{ url: string }, CheckoutRefusal>> {
  const currency = asCurrency(order.currency);
  const totalMinor = order.priceMinor + (order.cost?.minor ?? 0n);
  const amount = toStripeAmount(money(totalMinor, currency));
  if (!amount.ok) return amount;
  const earlier = await deps.db.checkout.findMany({ where: { orderId: order.id }, orderBy: { createdAt: 'desc' } });
  const open = earlier.find((page) => isOpen(page, deps.clock.now()));
  if (open) return ok({ url: open.url });
  try {
    const request = await keepCheckoutRequest(deps, order.id, async () =>
      parametersFor(deps, { order, email, locale, customer: await customerFor(deps, order) }),
    );
    const session = await openPage(deps, request);
    if (!session.url) return unavailable();
    await keepPage(deps, { order, totalMinor, session: { id: session.id, url: session.url } });
    return ok({ url: session.url });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    deps.log.warn({ err: error, orderId: order.id }, 'the payment page could not be opened');
    return refusalOf(error, order.currency);
  }
}

async function openPage(deps: Deps, request: StoredRequest): Promise<Stripe.Checkout.Session> {
  try {
    const session = await deps.stripe.checkout.sessions.create(request.parameters, { idempotencyKey: request.key });
    await request.answered(session.id);
    return session;
  } catch (error) {
    // Stripe keeps its answer to a key, a failure too: the same failure again says that this key is spent.
    const isSpent =
      error instanceof Stripe.errors.StripeError &&
      (error instanceof Stripe.errors.StripeInvalidRequestError || error.headers?.['idempotent-replayed'] === 'true');
    if (isSpent) await request.refused();
    throw error;
  }
}

async function keepPage(
  deps: Deps,
  { order, totalMinor, session }: { order: CheckoutOrder; totalMinor: bigint; session: { id: string; url: string } },
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.checkout.createMany({
    data: {
      id: deps.newId(),
      orderId: order.id,
      sessionId: session.id,
      url: session.url,
      amountMinor: totalMinor,
      currency: order.currency,
      state: 'open',
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
}

/** Trying again helps where Stripe was not there, and never where the sum is the trouble. */
function refusalOf(error: Stripe.errors.StripeError, currency: string): Result<never, CheckoutRefusal> {
  if (error.code === 'amount_too_small') {
    return refuse('amount-too-small', 'payments:refusal.tooSmallThere', { params: { currency } });
  }
  if (error.code === 'amount_too_large') {
    return refuse('amount-too-large', 'payments:refusal.tooLargeThere', { params: { currency } });
  }
  return unavailable();
}

function unavailable() {
  return refuse('payments-unavailable', 'payments:refusal.unavailable');
}

function isOpen({ state, createdAt }: Checkout, now: Date): boolean {
  return state === 'open' && now.getTime() - createdAt.getTime() < LONGEST_PAGE_MS;
}

async function customerFor(deps: Deps, { method, buyerId }: CheckoutOrder): Promise<string | null> {
  return method === 'transfer' ? customerOf(deps, buyerId) : null;
}

function parametersFor(
  deps: Deps,
  { order, email, locale, customer }: { order: CheckoutOrder; email: string; locale: string; customer: string | null },
): Params {
  const page = `${deps.settings.publicUrl}/buyer/orders/${order.id}`;
  const metadata = { orderId: order.id, orderNumber: order.number };
  const currency = asCurrency(order.currency);
  const item = (name: string, minor: bigint) => ({
    quantity: 1,
    price_data: {
      currency: order.currency.toLowerCase(),
      unit_amount: Number(inStripeUnits(money(minor, currency))),
      product_data: { name: name.slice(0, 250) },
    },
  });
  const latest = Math.min(order.payBy.getTime() + PAGE_OUTLIVES_ORDER_MS, deps.clock.now().getTime() + LONGEST_PAGE_MS);
  return {
    mode: 'payment',
    client_reference_id: order.id,
    ...(customer ? { customer } : { customer_email: email }),
    locale: STRIPE_LOCALE[locale] ?? 'auto',
    line_items: [
      item(`${order.number} · ${order.title}`, order.priceMinor),
      ...(order.cost && order.cost.minor > 0n ? [item(order.cost.label, order.cost.minor)] : []),
    ],
    metadata,
    payment_intent_data: { metadata, transfer_group: order.id, description: order.number },
    success_url: `${page}/pay?returned=1`,
    cancel_url: page,
    expires_at: Math.floor(latest / 1000),
    ...wayOf(order.method, order.currency),
  };
}

/** Stripe names its transfers after the country whose accounts take them. */
const TRANSFER_TYPE: Record<string, 'us' | 'eu' | 'gb' | 'jp'> = { USD: 'us', EUR: 'eu', GBP: 'gb', JPY: 'jp' };

function wayOf(method: PaymentMethod | null, currency: string): Partial<Params> {
  if (method === null) return {};
  if (method === 'card') return { payment_method_types: ['card'] };
  const type = `${TRANSFER_TYPE[currency] ?? 'us'}_bank_transfer` as const;
  return {
    payment_method_types: ['customer_balance'],
    payment_method_options: {
      customer_balance: {
        funding_type: 'bank_transfer',
        bank_transfer: type === 'eu_bank_transfer' ? { type, eu_bank_transfer: { country: 'IE' } } : { type },
      },
    },
  };
}
