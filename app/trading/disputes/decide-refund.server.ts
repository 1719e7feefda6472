import Stripe from 'stripe';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { refundCharge } from '#app/payments/checkout/refund-charge.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readNote, type NoteRefusal } from '#app/platform/text/read-note';
import { lockOrder } from '../lifecycle/move-order.server';
import { convergePayments } from '../take-payment/converge-payments.server';
import { bearRefunds } from '../returned-money/end-reserves.server';
import { setFreeze } from '../returned-money/end-order.server';

export type DecideRefusal =
  'nothing-to-decide' | 'note' | 'refund-failed' | 'key-reused' | NoteRefusal | PersonConflict;
export type RefundDecision = 'bear' | 'end';

type Input = { actor: Actor; orderId: string; decision: RefundDecision; note: string; requestId: string };

/**
 * Staff decide on a part of a payment that was sent back at Stripe: the order goes on and the platform bears
 * the part, or it ends and the buyer gets the rest too. Since money goes out then, one person proposes it and
 * another confirms it. While the order stands still no payout can pass, so that the rest is there to be sent.
 */
export async function decideRefund(
  deps: Deps,
  input: Input,
): Promise<Result<{ orderId: string; proposed: boolean }, DecideRefusal>> {
  const { actor, orderId, decision, requestId } = input;
  if (!can(actor, 'refund:decide')) throw new Forbidden();
  const read = readNote(input.note);
  if (!read.ok) return read;
  const note = read.value;
  const now = deps.clock.now();
  const decided = await inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'decide-refund', input: { orderId, decision, note }, now },
      async () => {
        const order = await lockOrder(tx, orderId, { programmeId: actor.organisationId });
        if (decision === 'bear' && !can(actor, 'refund:bear')) throw new Forbidden();
        const open = await tx.outsideRefund.findMany({
          where: { orderId, decidedAt: null },
          orderBy: [{ refundedAt: 'asc' }, { stripeId: 'asc' }],
        });
        const [first] = open;
        const last = open.at(-1);
        if (!first || !last || order.frozenFor !== 'refund')
          return refuse('nothing-to-decide', 'trading:refusal.nothingToDecide');
        if (note.length < 3) return refuse('note', 'trading:refusal.note', { path: 'note' });
        const sides = [order.cooperativeId, order.buyerId];
        const proposers = open.map(({ endProposedById }) => endProposedById);
        const proposing = decision === 'end' && proposers.includes(null);
        const others = decision === 'end' && !proposing ? proposers : [];
        const conflict = await requireDistinctPersons(tx, { actor, others, sides });
        if (conflict) return conflict;
        await recordAudit(tx, deps, {
          actor,
          action: proposing ? 'refund:propose-end' : `refund:${decision}`,
          subjectKind: 'order',
          subjectId: orderId,
          detail: { note },
        });
        const decided = { orderId, chargeId: first.chargeId, currency: order.currency, proposed: proposing };
        if (proposing) {
          await tx.outsideRefund.updateMany({
            where: { orderId, decidedAt: null },
            data: { endProposedById: actor.userId, endProposedAt: now, note },
          });
          return ok(decided);
        }
        const by = { decidedById: actor.userId, note };
        if (decision === 'end') {
          // Undecided until the rest is back: the freeze holds, and whoever sees the rest gone ends the
          // order.
          await tx.outsideRefund.updateMany({ where: { orderId, decidedAt: null }, data: by });
          return ok(decided);
        }
        const lossMinor = await bearRefunds(
          tx,
          deps,
          order,
          open.map(({ stripeId }) => stripeId),
        );
        await tx.outsideRefund.updateMany({
          where: { orderId, decidedAt: null },
          data: { ...by, decision, decidedAt: now },
        });
        await tx.outsideRefund.update({ where: { id: last.id }, data: { lossMinor } });
        await setFreeze(tx, deps, orderId);
        return ok(decided);
      },
    ),
  );
  if (!decided.ok) return decided;
  const { proposed, ...charge } = decided.value;
  if (decision === 'end' && !proposed) {
    try {
      await refundCharge(deps, charge);
      await convergePayments(deps, { orderId });
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      deps.log.warn({ err: error, orderId }, 'the rest of a payment could not be sent back');
      return refuse('refund-failed', 'trading:refusal.refundFailed');
    }
  }
  return ok({ orderId, proposed });
}
