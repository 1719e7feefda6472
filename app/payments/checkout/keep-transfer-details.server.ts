import Stripe from 'stripe';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { fromStripeAmount } from './stripe-amount';
import { accountLines } from './transfer-details';

/**
 * Keeps the bank details that a buyer opened for an order, so that its page shows them until the money is
 * there. Asks Stripe once for each page. Where it cannot be asked the next look will.
 */
export async function keepTransferDetails(deps: Deps, { orderId }: { orderId: string }): Promise<void> {
  const pages = await deps.db.checkout.findMany({
    where: { orderId, state: { in: ['open', 'processing'] }, transferDetails: null },
    select: { sessionId: true, currency: true },
  });
  for (const { sessionId, currency } of pages) {
    try {
      const session = await deps.stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] });
      const intent = typeof session.payment_intent === 'string' ? null : session.payment_intent;
      const details = intent?.next_action?.display_bank_transfer_instructions;
      if (!details?.reference) continue;
      const total = intent?.amount ?? 0;
      await deps.db.transferDetails.createMany({
        data: {
          sessionId,
          reference: details.reference,
          amountMinor: fromStripeAmount(total, asCurrency(currency)),
          receivedMinor: fromStripeAmount(total - (details.amount_remaining ?? total), asCurrency(currency)),
          currency,
          account: accountLines(details.financial_addresses),
          url: details.hosted_instructions_url,
          recordedAt: deps.clock.now(),
        },
        skipDuplicates: true,
      });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      deps.log.warn({ err: error, orderId, sessionId }, 'the bank details could not be looked up');
    }
  }
}
