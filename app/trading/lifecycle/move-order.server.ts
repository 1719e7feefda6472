import type { Order, OrderFreeze } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { expectPosts } from '#app/ledger/posted-kinds.server';
import { NotFound } from '#app/platform/http/errors';
import { ok, type Result } from '#app/platform/result';
import { ORDER_GUARDS, type StepFacts } from './order-guards';
import { findStep, type Mover, type OrderAction, type OrderStep, type StepRefusal } from './order-lifecycle';

type StepDeps = Pick<Deps, 'clock' | 'newId' | 'jobs'>;
/** Whose order it must be: another organisation's order is not there for them. */
export type OrderScope = { buyerId?: string; cooperativeId?: string; programmeId?: string };

/**
 * Locks the order's row until the transaction ends: every decision about an order is taken under this lock.
 * Throws NotFound.
 */
export async function lockOrder(tx: Tx, orderId: string, scope: OrderScope = {}): Promise<Order> {
  const locked = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM "Order" WHERE id = ${orderId}::uuid FOR NO KEY UPDATE`;
  if (locked.length === 0) throw new NotFound('no such order');
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  if (scope.buyerId !== undefined && order.buyerId !== scope.buyerId) throw new NotFound('order of another buyer');
  if (scope.cooperativeId !== undefined && order.cooperativeId !== scope.cooperativeId)
    throw new NotFound('order of another cooperative');
  if (scope.programmeId !== undefined && order.programmeId !== scope.programmeId)
    throw new NotFound('order of another programme');
  return order;
}

export type Step = {
  action: OrderAction;
  by: Mover;
  /** The person. Null for the product itself. */
  byUserId: string | null;
  note?: string | null;
  /** When it happened. Now where left out. */
  at?: Date;
  /** For the guard of the step. */
  facts?: StepFacts;
  /** Columns that the step fills besides its state and time. */
  data?: { carrier?: string; carrierReference?: string; frozenFor?: OrderFreeze | null };
};

/**
 * Takes a locked order one step on, by the table: guard, state, time, history, timer, mails. What is posted is the
 * caller's, in the same transaction, and is held against the table before it is committed.
 */
export async function moveOrder(
  tx: Tx,
  deps: StepDeps,
  order: Order,
  step: Step,
): Promise<Result<OrderStep, StepRefusal>> {
  const found = findStep(order.state, step.action, step.by, order.frozenFor !== null);
  if (!found.ok) return found;
  const at = step.at ?? deps.clock.now();
  const { to, stamp } = found.value;
  const frozenFor = step.data?.frozenFor;
  const freeze = frozenFor === undefined ? {} : { frozenAt: frozenFor === null ? null : at };
  await recordStep(tx, deps, { order, from: order.state, step: found.value, ...step, at });
  await tx.order.update({
    where: { id: order.id },
    data: { ...step.data, ...freeze, state: to, ...(stamp === null ? {} : { [stamp]: at }) },
  });
  return ok(found.value);
}

type Taken = Pick<Step, 'byUserId' | 'note' | 'facts' | 'data'> & {
  order: Order;
  from: Order['state'] | null;
  step: OrderStep;
  at: Date;
};

/**
 * Does what the table says of a step: asks its guard, writes the history's row, starts timer and mails, and
 * holds the postings against it. Throws where the guard does not hold: the use case has refused that before.
 */
export async function recordStep(tx: Tx, deps: StepDeps, taken: Taken): Promise<void> {
  const { order, from, step, byUserId, note = null, at } = taken;
  const { carrier, carrierReference } = taken.data ?? {};
  const facts = { ...(carrier && carrierReference ? { carrier, carrierReference } : {}), ...taken.facts };
  if (step.guard !== null && !ORDER_GUARDS[step.guard](order, facts, deps.clock.now()))
    throw new Error(`Order ${order.id} cannot ${step.action}: not so that ${step.guard}`);
  const id = deps.newId();
  const { id: orderId, payBy } = order;
  await tx.orderEvent.create({ data: { id, orderId, from, to: step.to, action: step.action, byUserId, note, at } });
  if (step.timer)
    await deps.jobs.enqueue(tx, step.timer, { orderId }, { key: `${step.timer}:${orderId}`, runAt: payBy });
  if (step.tells.length > 0) await deps.jobs.enqueue(tx, 'mail-order-step', { orderEventId: id });
  expectPosts(tx, { ...step, name: step.action, orderId });
}
