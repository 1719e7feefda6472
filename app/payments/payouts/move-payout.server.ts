import { expectPosts } from '#app/ledger/posted-kinds.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Payout } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { mailPayout } from './mail-payout.server';
import { PAYOUT_GUARDS } from './payout-guards';
import { payoutStatesBefore, payoutStep, type PayoutAction, type PayoutStep } from './payout-lifecycle';

type Columns = Partial<Omit<Payout, 'id' | 'number' | 'state' | 'orderId' | 'amountMinor' | 'currency'>>;

/**
 * Takes a locked payout one step on, by the table: guard, state, columns, mail. What is posted is the caller's, in the
 * same transaction, and is held against the table before it is committed. Throws where the table has no such step, or
 * its guard does not hold: the use case has refused that before.
 */
export async function movePayout(
  tx: Tx,
  deps: Pick<Deps, 'jobs' | 'settings'>,
  payout: Payout,
  { action, by, data }: { action: PayoutAction; by: PayoutStep['by']; data?: Columns },
): Promise<Payout> {
  const step = payoutStep(payout.state, action, by);
  if (!step) throw new Error(`Payout ${payout.id} is ${payout.state}: ${by} cannot ${action} it`);
  const moved: Payout = { ...payout, ...data, state: step.to };
  if (step.guard !== null && !PAYOUT_GUARDS[step.guard](moved))
    throw new Error(`Payout ${payout.id} cannot ${action}: not so that ${step.guard}`);
  await tx.payout.update({ where: { id: payout.id }, data: { ...data, state: step.to } });
  if (step.mail) await mailPayout(tx, deps, moved, step.mail);
  expectPosts(tx, { name: `${action} of ${payout.number}`, orderId: payout.orderId, posts: step.posts });
  return moved;
}

/** The order ended: what staff prepared for it and nobody sent is not sent. */
export async function callOffPayouts(tx: Tx, deps: Pick<Deps, 'jobs' | 'settings'>, orderId: string): Promise<void> {
  const prepared = await tx.payout.findMany({ where: { orderId, state: { in: payoutStatesBefore('call-off') } } });
  for (const payout of prepared) await movePayout(tx, deps, payout, { action: 'call-off', by: 'system' });
}
