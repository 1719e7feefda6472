import type { ActionFunctionArgs } from '@remix-run/node';
import { receiveStripeWebhook } from '#app/payments/webhook/receive-stripe-webhook.server';

/** The signature is over the bytes: the body is read as text, never parsed before it was checked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const rawBody = await request.text();
  const received = await receiveStripeWebhook(context.deps, {
    rawBody,
    signature: request.headers.get('Stripe-Signature'),
  });
  return received.ok ? Response.json({ received: true }) : Response.json({ error: received.code }, { status: 400 });
}

export function loader() {
  return new Response('Method Not Allowed', { status: 405, headers: { Allow: 'POST' } });
}
