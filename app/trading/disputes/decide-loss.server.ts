import Stripe from 'stripe';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { leftOfCharge, readChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import { refundCharge } from '#app/payments/checkout/refund-charge.server';
import { openLoss } from '#app/payments/losses/payment-loss.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order, PaymentLoss } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { lockOrder } from '../lifecycle/move-order.server';
import { convergePayments } from '../take-payment/converge-payments.server';
import type { RefundDecision } from './decide-refund.server';
import { setFreeze } from '../returned-money/end-order.server';
import { wasPaidOut } from '../returned-money/reserve.server';

type LossRefusal =
  'nothing-to-decide' | 'note' | 'part-paid' | 'refund-failed' | 'key-reused' | NoteRefusal | PersonConflict;
type Decided = { orderId: string; proposed: boolean };
type Input = { actor: Actor; orderId: string; decision: RefundDecision; note: string; requestId: string };

/**
 * The payment of an order is gone and what it brought is owed outward: one of the staff proposes that the
 * platform bears it and the order goes on, or that the order ends and what is owed from it is taken back.
 * Another person confirms the same. Either way the money is the platform's, so both want two persons.
 */
export async function decideLoss(deps: Deps, input: Input): Promise<Result<Decided, LossRefusal>> {
  const { actor, orderId, decision, requestId } = input;
  if (!can(actor, 'refund:decide')) throw new Forbidden();
  const read = readNote(input.note);
  if (!read.ok) return read;
  const note = read.value;
  const now = deps.clock.now();
  const decided = await inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'decide-loss', input: { orderId, decision, note }, now },
      async (): Promise<Result<Decided, LossRefusal>> => {
        const order = await lockOrder(tx, orderId, { programmeId: actor.organisationId });
        const loss = await openLoss(tx, orderId);
        // An end that two persons agreed on waits for Stripe: it can be asked for again, and not be changed.
        const isOther = loss !== null && loss.decidedById !== null && loss.proposal !== decision;
        if (!loss || isOther || order.frozenFor !== 'loss')
          return refuse('nothing-to-decide', 'trading:refusal.nothingToDecide');
        if (note.length < 3) return refuse('note', 'trading:refusal.note', { path: 'note' });
        // A part of it is with the cooperative: what its delivery shared out cannot be mirrored any more.
        if (decision === 'end' && (await wasPaidOut(tx, order)))
          return refuse('part-paid', 'trading:refusal.partPaid', { path: 'decision' });
        const confirms = loss.proposal === decision;
        const others = confirms ? [loss.proposedById] : [];
        const sides = [order.cooperativeId, order.buyerId];
        const conflict = await requireDistinctPersons(tx, { actor, others, sides });
        if (conflict) return conflict;
        await keepDecision(tx, deps, { actor, order, loss, decision, note, confirms });
        return ok({ orderId, proposed: !confirms });
      },
    ),
  );
  if (decided.ok && decision === 'end' && !decided.value.proposed) {
    try {
      await sendBackRest(deps, orderId);
      await convergePayments(deps, { orderId });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      deps.log.warn({ err: error, orderId }, 'an order whose payment is lost could not end yet');
      return refuse('refund-failed', 'trading:refusal.refundFailed');
    }
  }
  return decided;
}

type Word = {
  actor: Actor;
  order: Order;
  loss: PaymentLoss;
  decision: RefundDecision;
  note: string;
  confirms: boolean;
};

async function keepDecision(tx: Tx, deps: Deps, word: Word): Promise<void> {
  const { actor, order, loss, decision, note, confirms } = word;
  const now = deps.clock.now();
  await recordAudit(tx, deps, {
    actor,
    action: confirms ? `loss:${decision}` : 'loss:propose',
    subjectKind: 'order',
    subjectId: order.id,
    detail: { note, decision },
  });
  const proposed = { proposal: decision, proposedById: actor.userId, proposedAt: now, note };
  // An end is done when what is left of the payment is back: whoever sees that ends the order, and the freeze
  // holds until then.
  const borne = decision === 'bear' ? { decision, decidedAt: now } : {};
  await tx.paymentLoss.update({
    where: { id: loss.id },
    data: confirms ? { decidedById: actor.userId, note, ...borne } : proposed,
  });
  await setFreeze(tx, deps, order.id);
}

/** What neither the buyer nor the buyer's bank has of the payment goes back to the buyer. */
async function sendBackRest(deps: Deps, orderId: string): Promise<void> {
  const paid = await deps.db.checkout.findFirst({
    where: { orderId, state: 'paid', chargeId: { not: null } },
    select: { chargeId: true },
  });
  if (!paid?.chargeId) return;
  const returns = await readChargeReturns(deps, { chargeId: paid.chargeId, hadRefunds: true });
  if (leftOfCharge(returns) > 0n)
    await refundCharge(deps, { chargeId: paid.chargeId, orderId, currency: returns.currency });
}
