import type { ChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import { openLoss } from '#app/payments/losses/payment-loss.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { mustPost } from '../lifecycle/must-post.server';
import { FREEZABLE } from '../lifecycle/order-lifecycle';
import { endOrder, wholeIsGone } from './end-order.server';
import { feesLeft, heldFor, reserveOf, wasPaidOut, type Balance } from './reserve.server';
import { disputeKey, outsideRefundKey, refundEndKey, reserveEndedEntry, type Held } from './returned-money-entries';

type Input = { order: Order; returns: ChargeReturns; late: boolean };
type End = {
  keys: readonly string[];
  /** Names the end. A later movement under the same keys makes another. */
  key: string;
  kind: 'dispute-ended' | 'refund-ended';
  lossAccount: 'chargeback-loss' | 'refund-loss' | 'payment-fees';
  held?: Held;
  owedBackMinor?: bigint;
};

const NOTHING_HELD: Held = { priceMinor: 0n, paymentCostMinor: 0n };

/**
 * Says who bears what stands in reserve, as soon as that is known: a dispute that is decided, a payment that
 * went back as a whole, a part of one that was paid out already. The whole payment gone ends the order,
 * unless the cooperative was paid: then it is the platform's own loss and stays listed. A loss that was
 * booked so does not end the order later by itself, when the payout is taken back: two persons decide that.
 */
export async function endReserves(tx: Tx, deps: Deps, { order, returns, late }: Input): Promise<void> {
  const booked = await bookedLosses(tx, order);
  for (const dispute of returns.disputes) {
    if (dispute.status === 'open') continue;
    const keys = [disputeKey(dispute.id)];
    const end: End = {
      keys,
      key: `${disputeKey(dispute.id)}ended`,
      kind: 'dispute-ended',
      lossAccount: 'payment-fees',
    };
    if (dispute.status === 'won') {
      await endReserve(tx, deps, order, end);
      continue;
    }
    const owedBackMinor = late ? await stillOwedBack(tx, order, returns, dispute.amountMinor) : 0n;
    const ends = !late && !booked.has(dispute.id) && wholeIsGone(returns) && (await mayEnd(tx, order));
    if (ends) await endOrder(tx, deps, { order, returns, action: 'lose' });
    const held = ends ? await heldFor(tx, order) : NOTHING_HELD;
    const loss = await endReserve(tx, deps, order, {
      ...end,
      keys: [...keys, ...(late ? [] : await endedTogether(tx, { order, returns, ends }))],
      lossAccount: 'chargeback-loss',
      held,
      owedBackMinor,
    });
    if (loss > 0n)
      await tx.dispute.updateMany({ where: { stripeId: dispute.id, lossMinor: null }, data: { lossMinor: loss } });
    if (ends) {
      await decideAll(tx, deps, order, 'end');
      return;
    }
  }
  if (late) return;
  await endRefunds(tx, deps, order, returns);
  if (wholeIsGone(returns)) await endAsDecided(tx, deps, order, returns);
}

/** Disputes of the order whose loss is booked already. */
async function bookedLosses(tx: Tx, order: Order): Promise<Set<string>> {
  const rows = await tx.dispute.findMany({
    where: { orderId: order.id, lossMinor: { not: null } },
    select: { stripeId: true },
  });
  return new Set(rows.map(({ stripeId }) => stripeId));
}

/**
 * The dispute that ends an order ends the reserve of what else left the charge too, in one sum: looked at
 * again, they are one sum still.
 */
async function endedTogether(
  tx: Tx,
  { order, returns, ends }: { order: Order; returns: ChargeReturns; ends: boolean },
): Promise<string[]> {
  if (!ends && order.state !== 'lost') return [];
  const lost = returns.disputes.filter(({ status }) => status === 'lost');
  const parts = await tx.outsideRefund.findMany({
    where: { chargeId: returns.chargeId, ...(ends ? { decidedAt: null } : { decision: 'end' as const }) },
    select: { stripeId: true },
  });
  return [
    ...(ends ? [] : lost.map(({ id }) => disputeKey(id))),
    ...parts.flatMap(({ stripeId }) => [outsideRefundKey(stripeId), refundEndKey(stripeId)]),
  ];
}

/**
 * Two persons decided that an order ends whose payment the platform had booked as lost: as if the payment had
 * gone before a payout was out, what is owed from the delivery is taken back, and what is held then makes the
 * loss smaller.
 */
async function endAsDecided(tx: Tx, deps: Deps, order: Order, returns: ChargeReturns): Promise<void> {
  const open = await openLoss(tx, order.id);
  const now = await tx.order.findUniqueOrThrow({ where: { id: order.id } });
  if (!open?.decidedById || open.proposal !== 'end' || !(await mayEnd(tx, now))) return;
  const lost = returns.disputes.filter(({ status }) => status === 'lost').at(-1);
  await endOrder(tx, deps, { order: now, returns, action: lost ? 'lose' : 'refund' });
  const change = await endReserve(tx, deps, now, {
    keys: [],
    key: `loss:${open.id}:ended`,
    kind: lost ? 'dispute-ended' : 'refund-ended',
    lossAccount: lost ? 'chargeback-loss' : 'refund-loss',
    held: await heldFor(tx, now),
  });
  const mine = { orderId: order.id, lossMinor: { not: null } };
  const data = { lossMinor: { increment: change } };
  if (lost) await tx.dispute.updateMany({ where: { ...mine, stripeId: lost.id }, data });
  const borne = await tx.outsideRefund.findMany({
    where: { ...mine, decidedById: null },
    orderBy: { refundedAt: 'desc' },
  });
  const [last] = borne;
  if (!lost && last) await tx.outsideRefund.update({ where: { id: last.id }, data });
  await tx.outsideRefund.updateMany({
    where: { orderId: order.id, decision: 'bear', decidedById: null },
    data: { decision: 'end' },
  });
}

async function endRefunds(tx: Tx, deps: Deps, order: Order, returns: ChargeReturns): Promise<void> {
  const undecided = await undecidedRefunds(tx, order);
  const last = undecided.at(-1);
  if (!last) return;
  const disputed = returns.disputes.some(({ status }) => status === 'open');
  const paidOut = await wasPaidOut(tx, order);
  const ends = !disputed && wholeIsGone(returns) && (await mayEnd(tx, order));
  const over = !FREEZABLE.some((state) => state === order.state);
  // A part of a payment that is still needed: staff decide what becomes of the order.
  if (!ends && !paidOut && !over) return;
  if (ends) await endOrder(tx, deps, { order, returns, action: 'refund' });
  const keys = undecided.map(({ stripeId }) => outsideRefundKey(stripeId));
  const loss = await endReserve(tx, deps, order, {
    keys,
    key: refundEndKey(last.stripeId),
    kind: 'refund-ended',
    lossAccount: 'refund-loss',
    held: ends ? await heldFor(tx, order) : NOTHING_HELD,
  });
  await decideAll(tx, deps, order, ends ? 'end' : 'bear');
  if (loss > 0n) await tx.outsideRefund.update({ where: { id: last.id }, data: { lossMinor: loss } });
}

function undecidedRefunds(tx: Tx, order: Order) {
  return tx.outsideRefund.findMany({
    where: { orderId: order.id, decidedAt: null },
    orderBy: [{ refundedAt: 'asc' }, { stripeId: 'asc' }],
  });
}

/** The platform bears what was sent back: staff decided so. Gives what it lost, in the order's currency. */
export async function bearRefunds(tx: Tx, deps: Deps, order: Order, stripeIds: readonly string[]): Promise<bigint> {
  return endReserve(tx, deps, order, {
    keys: stripeIds.map(outsideRefundKey),
    key: refundEndKey(stripeIds.at(-1) ?? ''),
    kind: 'refund-ended',
    lossAccount: 'refund-loss',
  });
}

async function endReserve(tx: Tx, deps: Deps, order: Order, end: End): Promise<bigint> {
  const { keys, key, kind, lossAccount, owedBackMinor = 0n } = end;
  const found = await reserveOf(tx, order, keys.length === 0 ? [] : [...keys, key]);
  const earlier = await tx.journalEntry.count({ where: { orderId: order.id, key: { startsWith: key } } });
  const own: Balance = found.find(({ currency }) => currency === order.currency) ?? {
    currency: order.currency,
    minor: 0n,
  };
  // Only an order that ends gives what it holds.
  const fees = end.held && end.held !== NOTHING_HELD ? await feesLeft(tx, order) : [];
  const reserves = [...found, ...fees.map(({ currency }) => ({ currency, minor: 0n }))];
  const others = reserves.filter(
    ({ currency }, index) =>
      currency !== order.currency && reserves.findIndex((one) => one.currency === currency) === index,
  );
  let loss = 0n;
  for (const { currency, minor } of [own, ...others]) {
    const ofOrder = currency === order.currency;
    const held = (ofOrder ? end.held : null) ?? NOTHING_HELD;
    const owedBack = ofOrder ? owedBackMinor : 0n;
    const covered = held.priceMinor + held.paymentCostMinor + owedBack;
    const feesMinor = fees.find((one) => one.currency === currency)?.minor ?? 0n;
    if (minor === 0n && covered === 0n && feesMinor === 0n) continue;
    if (ofOrder) loss = minor - covered;
    const entry = reserveEndedEntry(order, {
      key: `${key}:${currency}:${earlier}`,
      kind,
      currency,
      reserveMinor: minor,
      held,
      owedBackMinor: owedBack,
      feesMinor,
      lossAccount: { code: lossAccount },
      occurredAt: deps.clock.now(),
    });
    await mustPost(tx, deps, entry);
  }
  return loss;
}

async function mayEnd(tx: Tx, order: Order): Promise<boolean> {
  return FREEZABLE.some((state) => state === order.state) && !(await wasPaidOut(tx, order));
}

/** What of a payment that came too late is still owed to its buyer, at most what the bank took. */
async function stillOwedBack(tx: Tx, order: Order, returns: ChargeReturns, takenMinor: bigint): Promise<bigint> {
  const refunded = returns.refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const left = returns.grossMinor - refunded;
  const reserve = await reserveOf(
    tx,
    order,
    returns.disputes.map(({ id }) => disputeKey(id)),
  );
  const there = reserve.find(({ currency }) => currency === order.currency)?.minor ?? 0n;
  if (there <= 0n) return 0n;
  return left < takenMinor ? left : takenMinor;
}

async function decideAll(tx: Tx, deps: Deps, order: Order, decision: 'bear' | 'end'): Promise<void> {
  await tx.outsideRefund.updateMany({
    where: { orderId: order.id, decidedAt: null },
    data: { decision, decidedAt: deps.clock.now() },
  });
}
