import express from 'express';
import Stripe from 'stripe';
import { createCheckoutPageRouter } from '#app/stripe-sandbox/create-checkout-page-router.server';
import { createSandboxApp } from '#app/stripe-sandbox/create-sandbox-app.server';
import { deliverDueWebhooks } from '#app/stripe-sandbox/deliver-due-webhooks.server';
import { loopbackServer } from '#tests/support/loopback-server';
import { testDeps } from '#tests/support/test-deps';

const WEBHOOK_SECRET = 'whsec_integration_test';
const SECRET_KEY = 'sk_test_integration_test';

/**
 * The sandbox on a loopback port, the official SDK against it, a receiver that checks signatures, and the pay
 * page's server.
 */
export async function sandboxHarness() {
  const deps = await testDeps();
  const received: Stripe.Event[] = [];
  const rawBodies: string[] = [];
  const receiver = { status: 200 };
  const inbox = express();
  inbox.post('/webhooks/stripe', express.text({ type: '*/*' }), (request, response) => {
    const body = String(request.body);
    const event = Stripe.webhooks.constructEvent(body, request.get('stripe-signature') ?? '', WEBHOOK_SECRET);
    if (receiver.status === 200) {
      received.push(event);
      rawBodies.push(body);
    }
    response.status(receiver.status).end();
  });
  const inboxPort = (await loopbackServer(inbox)).port;

  const site = express();
  const sitePort = (await loopbackServer(site)).port;
  const publicUrl = `http://127.0.0.1:${sitePort}`;
  const options = {
    db: deps.db,
    now: () => deps.clock.now(),
    log: deps.log,
    settings: {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${inboxPort}/webhooks/stripe`,
      publicUrl,
    },
  };
  site.use(createCheckoutPageRouter(options));
  const { port } = await loopbackServer(createSandboxApp(options));
  const stripe = new Stripe(SECRET_KEY, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });

  async function control<Answer = Record<string, unknown>>(name: string, body: object = {}): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/sandbox/control/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  return {
    deps,
    stripe,
    port,
    publicUrl,
    receiver,
    received,
    rawBodies,
    control,
    deliver: () => deliverDueWebhooks(options),
    /** A round of another process, whose network is the given one. */
    deliverWith: (send: typeof fetch) => deliverDueWebhooks({ ...options, fetch: send }),
    /** A session of USD 1,180.23 unless told otherwise. */
    openSession: (change: Partial<Stripe.Checkout.SessionCreateParams> = {}, amount = 118_023, currency = 'usd') =>
      stripe.checkout.sessions.create({
        mode: 'payment',
        success_url: `${publicUrl}/orders/1?session={CHECKOUT_SESSION_ID}`,
        cancel_url: `${publicUrl}/orders/1`,
        payment_intent_data: { metadata: { order: 'FL-1' }, transfer_group: 'FL-1', description: 'Order FL-1' },
        line_items: [
          { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: 'Gold doré bar' } } },
        ],
        metadata: { order: 'FL-1' },
        ...change,
      }),
    pay: (session: string, number?: string) =>
      control<{ kind: string }>('pay', { session, ...(number ? { number } : {}) }),
  };
}
