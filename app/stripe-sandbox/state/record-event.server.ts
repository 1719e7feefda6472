import { buildEvent, type EventType, type RequestMark } from '../objects/event';
import type { WireObject } from '../objects/rows';
import type { Change } from '../sandbox-context.server';
import { readControl } from './controls.server';
import { newStripeId } from './new-stripe-id.server';

/**
 * Stores an event and its delivery in the transaction of the change that it tells of: neither exists without
 * the other.
 */
export async function recordEvent(
  { tx, now }: Change,
  event: { type: EventType; object: WireObject; request: RequestMark },
): Promise<void> {
  const at = now();
  const id = newStripeId('evt');
  const { sequence } = await tx.sandboxEvent.create({
    data: { id, type: event.type, createdAt: at, body: JSON.stringify(buildEvent({ id, at, ...event }), null, 2) },
    select: { sequence: true },
  });
  const { hold, delaySeconds } = await readControl(tx, 'webhooks');
  await tx.sandboxDelivery.create({
    data: { eventId: id, position: sequence, held: hold, dueAt: new Date(at.getTime() + delaySeconds * 1_000) },
  });
}
