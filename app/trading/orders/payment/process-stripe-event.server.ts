import { z } from 'zod';
import type { Deps } from '#app/platform/deps';
import { convergePayments } from './converge-payments.server';

/** Of a stored event only the order that it is about is read; what happened is asked anew. */
const eventBody = z.object({
  data: z.object({ object: z.object({ metadata: z.object({ orderId: z.uuid() }) }) }),
});

/** The job behind every webhook. Unknown events and other people's objects are kept and left alone; a failure is noted and tried again. */
export async function processStripeEvent(
  deps: Deps,
  { eventId }: { eventId: string },
): Promise<'done' | 'ignored' | 'converged'> {
  const event = await deps.db.stripeEvent.findUnique({ where: { id: eventId } });
  if (!event || event.processedAt) return 'done';
  const body = eventBody.safeParse(event.payload);
  const orderId = body.success ? body.data.data.object.metadata.orderId : null;
  const known = orderId !== null && (await deps.db.order.count({ where: { id: orderId } })) > 0;
  try {
    if (known) await convergePayments(deps, { orderId });
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 500) : String(error);
    await deps.db.stripeEvent.update({ where: { id: eventId }, data: { attempts: { increment: 1 }, lastError } });
    throw error;
  }
  const outcome = known ? 'converged' : 'ignored';
  await deps.db.stripeEvent.update({
    where: { id: eventId },
    data: { attempts: { increment: 1 }, processedAt: deps.clock.now(), outcome, lastError: null },
  });
  return outcome;
}
