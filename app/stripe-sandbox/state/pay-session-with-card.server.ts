import { inTransaction } from '#app/platform/db/in-transaction.server';
import { Prisma, type SandboxCheckoutSession } from '#app/platform/db/generated/client';
import type { CardFacts } from '../rules/cards/card-form';
import { DECLINE_MESSAGE, type CardOutcome } from '../rules/cards/test-cards';
import type { Change, SandboxContext } from '../sandbox-context.server';
import { ensureIntent } from './ensure-intent.server';
import { expireIfOver } from './expire-session.server';
import { loadKnownObject } from './load-object.server';
import { openDispute } from './open-dispute.server';
import { failIntent, recordFailedCharge, recordPaidCharge } from './record-charge.server';
import { recordEvent } from './record-event.server';
import { lockSession } from './row-locks.server';

export type PayOutcome =
  | { kind: 'paid' }
  | { kind: 'already-complete' }
  | { kind: 'over' }
  | { kind: 'unknown' }
  | { kind: 'needs-authentication' }
  | { kind: 'declined'; declineCode: string };

export type CardAttempt = { sessionId: string; facts: CardFacts; holder: string; outcome: CardOutcome };

/**
 * One attempt to pay an open session with a checked card. A second submit finds the session complete and
 * charges nothing.
 */
export async function paySessionWithCard(context: SandboxContext, attempt: CardAttempt): Promise<PayOutcome> {
  const outcome = await inTransaction(context.db, async (tx): Promise<PayOutcome> => {
    const change = { ...context, tx };
    const session = await lockSession(tx, attempt.sessionId);
    const gone = await whyNotPayable(change, session);
    if (gone !== null || session === null) return gone ?? { kind: 'unknown' };
    const intent = await ensureIntent(change, session);
    const payer = { method: attempt.facts, name: attempt.holder, email: session.customerEmail };
    if (attempt.outcome.kind === 'declined') {
      await recordFailedCharge(change, intent, payer, attempt.outcome);
      return { kind: 'declined', declineCode: attempt.outcome.declineCode };
    }
    if (attempt.outcome.kind === 'needs-authentication') {
      await tx.sandboxPaymentIntent.update({
        where: { id: intent.id },
        data: { status: 'requires_action', pendingMethod: { ...attempt.facts, holder: attempt.holder } },
      });
      const object = await loadKnownObject(change, intent.id);
      await recordEvent(change, { type: 'payment_intent.requires_action', object, request: null });
      return { kind: 'needs-authentication' };
    }
    const chargeId = await recordPaidCharge(change, intent, payer);
    await completeSession(change, session.id, 'paid');
    if (attempt.outcome.kind === 'succeeds-then-disputed') await openDispute(change, chargeId);
    return { kind: 'paid' };
  });
  context.deliverSoon();
  return outcome;
}

/** The buyer's answer on the extra page that stands for the bank's: agreed, or refused. */
export async function answerAuthentication(
  context: SandboxContext,
  { sessionId, agreed }: { sessionId: string; agreed: boolean },
): Promise<PayOutcome> {
  const outcome = await inTransaction(context.db, async (tx): Promise<PayOutcome> => {
    const change = { ...context, tx };
    const session = await lockSession(tx, sessionId);
    const gone = await whyNotPayable(change, session);
    if (gone !== null || session === null) return gone ?? { kind: 'unknown' };
    const intent = await ensureIntent(change, session);
    const pending = intent.pendingMethod as (CardFacts & { holder: string }) | null;
    if (intent.status !== 'requires_action' || pending?.type !== 'card') return { kind: 'needs-authentication' };
    if (!agreed) {
      await failIntent(change, intent, {
        code: 'payment_intent_authentication_failure',
        declineCode: null,
        message: DECLINE_MESSAGE['authentication_failure'] ?? '',
        chargeId: null,
      });
      await tx.sandboxPaymentIntent.update({ where: { id: intent.id }, data: { pendingMethod: Prisma.DbNull } });
      return { kind: 'declined', declineCode: 'authentication_failure' };
    }
    const { holder, ...facts } = pending;
    await recordPaidCharge(change, intent, { method: facts, name: holder, email: session.customerEmail });
    await completeSession(change, session.id, 'paid');
    return { kind: 'paid' };
  });
  context.deliverSoon();
  return outcome;
}

/** Null: it can be paid. An open session whose time is over expires here, under its lock. */
export async function whyNotPayable(
  change: Change,
  session: SandboxCheckoutSession | null,
): Promise<PayOutcome | null> {
  if (session === null) return { kind: 'unknown' };
  if (session.status === 'complete') return { kind: 'already-complete' };
  if (session.status === 'expired' || (await expireIfOver(change, session))) return { kind: 'over' };
  return null;
}

export async function completeSession(
  change: Change,
  sessionId: string,
  paymentStatus: 'paid' | 'unpaid',
): Promise<void> {
  await change.tx.sandboxCheckoutSession.update({
    where: { id: sessionId },
    data: { status: 'complete', paymentStatus },
  });
  const object = await loadKnownObject(change, sessionId);
  await recordEvent(change, { type: 'checkout.session.completed', object, request: null });
}
