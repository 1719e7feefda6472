import type { SandboxCheckoutSession } from '#app/platform/db/generated/client';
import type { RequestMark } from '../objects/event';
import { invalidRequest, noSuch } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadKnownObject } from './load-object.server';
import { recordEvent } from './record-event.server';
import { lockSession } from './row-locks.server';

/** POST …/expire: only an open session can be ended by the merchant. */
export async function expireSession(change: Change, id: string, request: RequestMark): Promise<void> {
  const session = await lockSession(change.tx, id);
  if (session === null) throw noSuch('checkout.session', id, 'session');
  if (session.status !== 'open') {
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${session.status}\`.`,
      { kept: true },
    );
  }
  await expire(change, session, request);
}

/** Expires an open session whose time is over. The caller holds its lock. True when it did. */
export async function expireIfOver(change: Change, session: SandboxCheckoutSession): Promise<boolean> {
  if (session.status !== 'open' || session.expiresAt > change.now()) return false;
  await expire(change, session, null);
  return true;
}

async function expire(change: Change, session: SandboxCheckoutSession, request: RequestMark): Promise<void> {
  const { tx, now } = change;
  await tx.sandboxCheckoutSession.update({ where: { id: session.id }, data: { status: 'expired' } });
  const intentId = session.paymentIntentId;
  if (intentId !== null) {
    await tx.sandboxPaymentIntent.update({ where: { id: intentId }, data: { status: 'canceled', canceledAt: now() } });
    const object = await loadKnownObject(change, intentId);
    await recordEvent(change, { type: 'payment_intent.canceled', object, request });
  }
  const object = await loadKnownObject(change, session.id);
  await recordEvent(change, { type: 'checkout.session.expired', object, request });
}
