import Stripe from 'stripe';
import { createSandboxApp } from '#app/stripe-sandbox/create-sandbox-app.server';
import { receiveStripeWebhook } from '#app/payments/webhook/receive-stripe-webhook.server';
import { payOrder } from '#app/trading/take-payment/pay-order.server';
import { processStripeEvent } from '#app/trading/take-payment/process-stripe-event.server';
import { loopbackServer } from '#tests/support/loopback-server';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { market, must } from './market';

/**
 * A market whose payments go through the official SDK to the sandbox on loopback, and whose webhooks come
 * back signed.
 */
export async function stripeTown() {
  const given = await testDeps();
  const { secretKey, webhookSecret } = given.settings.payments;
  const options = {
    db: given.db,
    now: () => given.clock.now(),
    log: given.log,
    settings: {
      secretKey,
      webhookSecret,
      webhookUrl: 'http://127.0.0.1/webhooks/stripe',
      publicUrl: 'http://127.0.0.1',
    },
  };
  // Where the product's web server would stand: its webhook is called in this process.
  const receive: typeof fetch = async (_url, init) => {
    const signature = new Headers(init?.headers).get('stripe-signature');
    const received = await receiveStripeWebhook(deps, { rawBody: String(init?.body), signature });
    return new Response(null, { status: received.ok ? 200 : 400 });
  };
  const { port } = await loopbackServer(createSandboxApp({ ...options, fetch: receive }));
  const stripe = new Stripe(secretKey, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 2 });
  const deps: TestDeps = { ...given, stripe };
  const town = await market(deps);

  async function control<Answer = Record<string, unknown>>(name: string, body: object = {}): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/sandbox/control/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  }

  // Webhooks wait until a test lets them go.
  await control('hold');

  return {
    ...town,
    deps,
    control,
    stripe,
    /** Posts every waiting webhook to the product. Jobs do not run yet. */
    async deliver() {
      await control('release');
      await control('hold');
    },
    /** Runs the jobs of stored events, in the order given or as they came. */
    async work(order: (ids: string[]) => string[] = (ids) => ids) {
      const events = await deps.db.stripeEvent.findMany({
        where: { processedAt: null },
        orderBy: { receivedAt: 'asc' },
      });
      for (const eventId of order(events.map(({ id }) => id))) await processStripeEvent(deps, { eventId });
    },
    async checkout(orderId: string): Promise<string> {
      must(await payOrder(deps, { actor: town.buyer, orderId, locale: 'pt' }));
      return (await deps.db.checkout.findFirstOrThrow({ where: { orderId }, orderBy: { createdAt: 'desc' } }))
        .sessionId;
    },
  };
}
