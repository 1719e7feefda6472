import Stripe from 'stripe';
import { asCurrency } from '#app/money/currency';
import { money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { toStripeAmount, type AmountRefusal } from './stripe-amount';

export type CheckoutOrder = {
  id: string;
  number: string;
  title: string;
  priceMinor: bigint;
  currency: string;
  /** Until when the order waits for its payment. */
  payBy: Date;
};
export type CheckoutRefusal = AmountRefusal | 'payments-unavailable';

// Stripe's page must live at least half an hour from its opening; one opened at the last moment outlives the order, and money that comes then goes back.
const PAGE_OUTLIVES_ORDER_MS = 31 * 60 * 1000;
const STRIPE_LOCALE: Record<string, 'en' | 'pt' | 'fr' | 'es'> = { en: 'en', pt: 'pt', fr: 'fr', es: 'es' };

/**
 * Opens Stripe's payment page for an order, or gives the address of the one that is open. The idempotency key and every parameter follow from the order,
 * so that two clicks at once open one page.
 */
export async function startCheckout(
  deps: Deps,
  { order, email, locale }: { order: CheckoutOrder; email: string; locale: string },
): Promise<Result<{ url: string }, CheckoutRefusal>> {
  const amount = toStripeAmount(money(order.priceMinor, asCurrency(order.currency)));
  if (!amount.ok) return amount;
  const earlier = await deps.db.checkout.findMany({ where: { orderId: order.id }, orderBy: { createdAt: 'desc' } });
  const open = earlier.find(({ state }) => state === 'open');
  if (open) return ok({ url: open.url });

  const page = `${deps.settings.publicUrl}/buyer/orders/${order.id}`;
  const metadata = { orderId: order.id, orderNumber: order.number };
  let session: Stripe.Checkout.Session;
  try {
    session = await deps.stripe.checkout.sessions.create(
      {
        mode: 'payment',
        client_reference_id: order.id,
        customer_email: email,
        locale: STRIPE_LOCALE[locale] ?? 'auto',
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: order.currency.toLowerCase(),
              unit_amount: Number(amount.value),
              product_data: { name: `${order.number} · ${order.title}`.slice(0, 250) },
            },
          },
        ],
        metadata,
        payment_intent_data: { metadata, transfer_group: order.id, description: order.number },
        success_url: `${page}/pay?returned=1`,
        cancel_url: page,
        expires_at: Math.floor((order.payBy.getTime() + PAGE_OUTLIVES_ORDER_MS) / 1000),
      },
      { idempotencyKey: `order:${order.id}:checkout:${earlier.length + 1}:${order.payBy.getTime()}` },
    );
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    deps.log.warn({ err: error, orderId: order.id }, 'the payment page could not be opened');
    return refuse('payments-unavailable', 'payments:refusal.unavailable');
  }
  if (!session.url) return refuse('payments-unavailable', 'payments:refusal.unavailable');
  const now = deps.clock.now();
  await deps.db.checkout.createMany({
    data: {
      id: deps.newId(),
      orderId: order.id,
      sessionId: session.id,
      url: session.url,
      amountMinor: order.priceMinor,
      currency: order.currency,
      state: 'open',
      createdAt: now,
      updatedAt: now,
    },
    skipDuplicates: true,
  });
  return ok({ url: session.url });
}
