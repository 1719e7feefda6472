import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { readEvent, type ReceivedEvent } from './read-event';

type Sent = { rawBody: string; signature: string | null };
type Received = { ignored: true } | { ignored: false; eventId: string; repeated: boolean };

/**
 * Checks the signature on the bytes as they came, stores the event under its id and leaves it to a job, in
 * one transaction. A repeat is answered like the first and changes nothing. A bad signature stores nothing.
 * What is signed but no event is taken and left: Stripe would send it again for days.
 */
export async function receiveStripeWebhook(deps: Deps, sent: Sent): Promise<Result<Received, 'bad-signature'>> {
  if (!isSigned(deps, sent)) return refuse('bad-signature', 'payments:refusal.signature');
  const event = eventIn(sent.rawBody);
  if (!event) {
    deps.log.warn({ length: sent.rawBody.length }, 'a signed webhook that is no event was left');
    return ok({ ignored: true });
  }
  const repeated = await inTransaction(deps.db, async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: { ...event, receivedAt: deps.clock.now() },
      skipDuplicates: true,
    });
    if (count === 1)
      await deps.jobs.enqueue(tx, 'process-stripe-event', { eventId: event.id }, { key: `stripe-event:${event.id}` });
    return count === 0;
  });
  return ok({ ignored: false, eventId: event.id, repeated });
}

/**
 * Only the signature: the library's own reading of an event would call a signed one that it does not like
 * unsigned.
 */
function isSigned({ stripe: { webhooks }, settings, log }: Deps, { rawBody, signature }: Sent): boolean {
  try {
    const { webhookSecret } = settings.payments;
    return (
      webhooks.signature?.verifyHeader(rawBody, signature ?? '', webhookSecret, webhooks.DEFAULT_TOLERANCE) ?? false
    );
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'a webhook was refused');
    return false;
  }
}

function eventIn(rawBody: string): ReceivedEvent | null {
  try {
    return readEvent(JSON.parse(rawBody));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
