import type Stripe from 'stripe';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';

/**
 * Checks the signature on the bytes as they came, stores the event under its id and leaves it to a job, in one transaction. A repeat is
 * answered like the first and changes nothing. A bad signature stores nothing.
 */
export async function receiveStripeWebhook(
  deps: Deps,
  { rawBody, signature }: { rawBody: string; signature: string | null },
): Promise<Result<{ eventId: string; repeated: boolean }, 'bad-signature'>> {
  let event: Stripe.Event;
  try {
    event = deps.stripe.webhooks.constructEvent(rawBody, signature ?? '', deps.settings.payments.webhookSecret);
  } catch (error) {
    deps.log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a webhook was refused');
    return refuse('bad-signature', 'payments:refusal.signature');
  }
  const repeated = await inTransaction(deps.db, async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: {
        id: event.id,
        type: event.type,
        objectId:
          'id' in event.data.object && typeof event.data.object.id === 'string'
            ? withoutZeros(event.data.object.id)
            : '',
        payload: storable(rawBody),
        receivedAt: deps.clock.now(),
      },
      skipDuplicates: true,
    });
    if (count === 1)
      await deps.jobs.enqueue(tx, 'process-stripe-event', { eventId: event.id }, { key: `stripe-event:${event.id}` });
    return count === 0;
  });
  return ok({ eventId: event.id, repeated });
}

/** PostgreSQL keeps no zero byte, neither in a text nor in JSON: an event is not to be refused for one in a description. */
function storable(rawBody: string): object {
  return JSON.parse(rawBody, (_key, value: unknown) =>
    typeof value === 'string' ? withoutZeros(value) : value,
  ) as object;
}

function withoutZeros(text: string): string {
  return text.replaceAll('\u0000', '');
}
