import type { PaymentLoss } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';

type Reader = Pick<Tx, '$queryRaw'>;

/**
 * What the platform lost of an order's payment and nobody has agreed to bear, while what the payment brought
 * is held or owed outward still and no payout of it is out. Read from the order's postings, in its currency.
 * Zero where nothing waits for a decision: an order that is over, or whose money is with the cooperative, has
 * nothing to stop.
 */
export async function unborneLoss(db: Reader, orderId: string): Promise<bigint> {
  const [row] = await db.$queryRaw<{ minor: bigint }[]>`
    SELECT (lost.minor - refunds.minor - losses.minor)::bigint AS minor
      FROM "Order" o
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(p."amountMinor"), 0) AS minor
         FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
        WHERE p."orderId" = o.id AND a.code IN ('chargeback-loss', 'refund-loss') AND a.currency = o.currency) lost
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(r."lossMinor"), 0) AS minor
         FROM "OutsideRefund" r WHERE r."orderId" = o.id AND r.decision = 'bear' AND r."decidedById" IS NOT NULL) refunds
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(l."amountMinor"), 0) AS minor
         FROM "PaymentLoss" l WHERE l."orderId" = o.id AND l.decision = 'bear') losses
     WHERE o.id = ${orderId}::uuid AND o.state IN ('paid', 'shipped', 'delivered')
       AND NOT EXISTS (SELECT 1 FROM "Payout" out WHERE out."orderId" = o.id
                          AND out.state IN ('approved', 'mismatch', 'accepting', 'confirmed'))`;
  const minor = row?.minor ?? 0n;
  return minor > 0n ? minor : 0n;
}

/** The loss of an order that waits for a decision. Null where none does. */
export function openLoss(tx: Pick<Tx, 'paymentLoss'>, orderId: string): Promise<PaymentLoss | null> {
  return tx.paymentLoss.findFirst({ where: { orderId, decidedAt: null } });
}

/**
 * Keeps the case of an order's loss as the ledger has it now, under the order's lock: opened, of another sum
 * (what was proposed about the old one is void), or closed. True while one waits.
 */
export async function noteLoss(tx: Tx, deps: Pick<Deps, 'newId' | 'clock'>, orderId: string): Promise<boolean> {
  const amountMinor = await unborneLoss(tx, orderId);
  const open = await openLoss(tx, orderId);
  const now = deps.clock.now();
  if (amountMinor === 0n) {
    if (open) await closeLoss(tx, open, now);
    return false;
  }
  if (!open) {
    const { currency } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { currency: true } });
    await tx.paymentLoss.create({ data: { id: deps.newId(), orderId, amountMinor, currency, openedAt: now } });
  } else if (open.amountMinor !== amountMinor && open.decidedById === null) {
    const unproposed = { proposal: null, proposedById: null, proposedAt: null, note: null };
    await tx.paymentLoss.update({ where: { id: open.id }, data: { amountMinor, ...unproposed } });
  }
  return true;
}

/**
 * Either the order is over, as two persons decided or otherwise. Or nothing of its payment is lost any more,
 * and there was nothing to decide.
 */
async function closeLoss(tx: Tx, { id, orderId, decidedById, proposal }: PaymentLoss, now: Date): Promise<void> {
  const { closedAt } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { closedAt: true } });
  const decision = closedAt !== null && decidedById !== null ? proposal : null;
  await tx.paymentLoss.update({ where: { id }, data: { decision, decidedAt: now } });
}

/**
 * After a payout was taken back, or its rest is owed again: an order whose payment is gone stands still from
 * here on, so that nothing is sent out of other buyers' money. In the transaction that made it owed, under
 * the order's lock. The room of orders lifts the freeze when it is decided. True where it stands still for
 * that.
 */
export async function holdForLoss(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock' | 'jobs'>,
  orderId: string,
): Promise<boolean> {
  if (!(await noteLoss(tx, deps, orderId))) return false;
  const { state, frozenFor } = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  if (frozenFor !== null) return true;
  const at = deps.clock.now();
  await tx.order.update({ where: { id: orderId }, data: { frozenFor: 'loss', frozenAt: at } });
  const id = deps.newId();
  await tx.orderEvent.create({ data: { id, orderId, from: state, to: state, action: 'freeze', at } });
  await deps.jobs.enqueue(tx, 'mail-order-step', { orderEventId: id });
  return true;
}
