import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { TransferFacts } from '../objects/rows';
import { BANK_METHODS } from '../rules/params/session-params';
import type { Change, SandboxContext } from '../sandbox-context.server';
import { readControl } from './controls.server';
import { fundTransfer } from './fund-transfer.server';
import { ensureIntent } from './ensure-intent.server';
import { loadKnownObject } from './load-object.server';
import { completeSession, whyNotPayable, type PayOutcome } from './pay-session-with-card.server';
import { failIntent, recordPaidCharge } from './record-charge.server';
import { recordEvent } from './record-event.server';
import { lockSession } from './row-locks.server';

export function bankMethodOf(methodTypes: string[]): TransferFacts['type'] | null {
  return BANK_METHODS.find((method) => methodTypes.includes(method)) ?? null;
}

/**
 * The buyer chooses a bank transfer: the session is complete but unpaid, and its intent waits for the money.
 */
export async function startBankTransfer(
  context: SandboxContext,
  sessionId: string,
): Promise<PayOutcome | { kind: 'waits-for-money' }> {
  const outcome = await inTransaction(context.db, async (tx): Promise<PayOutcome | { kind: 'waits-for-money' }> => {
    const change = { ...context, tx };
    const session = await lockSession(tx, sessionId);
    const gone = await whyNotPayable(change, session);
    if (gone !== null || session === null) return gone ?? { kind: 'unknown' };
    const type = bankMethodOf(session.paymentMethodTypes);
    if (type === null) return { kind: 'unknown' };
    const intent = await ensureIntent(change, session);
    const { arriveAfterSeconds } = await readControl(tx, 'transfers');
    const method: TransferFacts = { type, reference: `FL-${intent.id.slice(-8).toUpperCase()}` };
    await tx.sandboxPaymentIntent.update({
      where: { id: intent.id },
      data: {
        // Money that the buyer sends waits for the buyer. A debit from the buyer's account is on its way.
        status: type === 'customer_balance' ? 'requires_action' : 'processing',
        pendingMethod: method,
        arrivesAt: arriveAfterSeconds === null ? null : new Date(context.now().getTime() + arriveAfterSeconds * 1_000),
      },
    });
    if (type === 'customer_balance') {
      const object = await loadKnownObject(change, intent.id);
      await recordEvent(change, { type: 'payment_intent.requires_action', object, request: null });
    }
    await completeSession(change, session.id, 'unpaid');
    return { kind: 'waits-for-money' };
  });
  context.deliverSoon();
  return outcome;
}

/**
 * The simulated money arrives (or does not): what is missing, or another sum, which can come more than once.
 * True when it changed something.
 */
export async function endBankTransfer(
  context: Omit<SandboxContext, 'deliverSoon' | 'delivered'>,
  { sessionId, arrived, amountMinor }: { sessionId: string; arrived: boolean; amountMinor?: bigint | null },
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const change = { ...context, tx };
    const session = await lockSession(tx, sessionId);
    if (session?.status !== 'complete') return false;
    if (session.paymentStatus !== 'unpaid' && !(arrived && amountMinor)) return false;
    const intent = await ensureIntent(change, session);
    if (arrived && amountMinor) {
      if (await fundTransfer(change, { session, intent, amountMinor })) await tellOfEnd(change, session.id, true);
      return true;
    }
    const method = intent.pendingMethod as TransferFacts | null;
    if (method === null || !['requires_action', 'processing'].includes(intent.status)) return false;
    if (arrived && method.type === 'customer_balance' && intent.customerId !== null) {
      await fundTransfer(change, { session, intent, amountMinor: intent.amountMinor - intent.fundedMinor });
    } else if (arrived) {
      await recordPaidCharge(change, intent, { method, name: null, email: session.customerEmail });
    } else {
      const message = 'The bank transfer was not completed.';
      await failIntent(change, intent, {
        code: 'payment_method_customer_decline',
        declineCode: null,
        message,
        chargeId: null,
      });
    }
    await tellOfEnd(change, session.id, arrived);
    return true;
  });
}

async function tellOfEnd(change: Change, sessionId: string, arrived: boolean): Promise<void> {
  if (arrived) {
    await change.tx.sandboxCheckoutSession.update({ where: { id: sessionId }, data: { paymentStatus: 'paid' } });
  }
  const type = arrived ? 'checkout.session.async_payment_succeeded' : 'checkout.session.async_payment_failed';
  const object = await loadKnownObject(change, sessionId);
  await recordEvent(change, { type, object, request: null });
}
