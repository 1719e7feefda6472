import type { Change } from '../sandbox-context.server';
import type { SessionParams } from '../rules/params/session-params';
import { noSuch } from '../rules/stripe-refusal';
import { newStripeId } from './new-stripe-id.server';

/**
 * Opens a Checkout Session. Its PaymentIntent is made when the buyer first tries to pay, as at Stripe. Gives
 * its id.
 */
export async function openSession({ tx }: Change, params: SessionParams): Promise<string> {
  const customer =
    params.customerId === null ? null : await tx.sandboxCustomer.findUnique({ where: { id: params.customerId } });
  if (params.customerId !== null && customer === null) throw noSuch('customer', params.customerId, 'customer');
  const { id } = await tx.sandboxCheckoutSession.create({
    data: {
      id: newStripeId('cs_test'),
      status: 'open',
      paymentStatus: 'unpaid',
      ...params,
      customerEmail: params.customerEmail ?? customer?.email ?? null,
    },
  });
  return id;
}
