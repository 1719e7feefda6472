import { keepClockShift } from '#app/platform/clock.server';
import { createJobs } from '#app/platform/jobs/enqueue.server';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { payOrder } from '#app/trading/take-payment/pay-order.server';
import { market, must } from '#tests/integration/trading/market';
import { startAppServer } from '#tests/support/app-server';
import type { TestDeps } from '#tests/support/test-deps';
import { expect } from 'vitest';

type Job = { task: string; attempts: number; locked: boolean };

/**
 * A market whose orders are paid on the sandbox's page, with the web server in this process and workers in
 * others.
 */
export async function payingTown(given: TestDeps) {
  // Other processes run on the demo's shifted clock: it must agree with the one that stands still here.
  const shiftMs = given.clock.now().getTime() - Date.now();
  await keepClockShift(given.db, shiftMs);
  const jobsByShift = createJobs({ toRealTime: (time) => new Date(time.getTime() - shiftMs) });
  const server = await startAppServer({ ...given, jobs: jobsByShift });
  const { deps } = server;
  const town = await market(deps);

  /** An order that waits for its payment, with its payment page open. */
  async function orderWithPage(): Promise<{ orderId: string; sessionId: string }> {
    const { orderId } = must(await town.place(await town.lot()));
    must(await payOrder(deps, { actor: town.buyer, orderId, locale: 'en' }));
    const { sessionId } = await deps.db.checkout.findFirstOrThrow({ where: { orderId } });
    return { orderId, sessionId };
  }

  /** The buyer pays on the page: the sandbox's own control, over HTTP. */
  async function payPage(sessionId: string): Promise<number> {
    const { secretKey, sandboxPort } = deps.settings.payments;
    const response = await fetch(`http://127.0.0.1:${sandboxPort}/sandbox/control/pay`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ session: sessionId }),
    });
    await response.text();
    return response.status;
  }

  const paidOrders = () => deps.db.order.count({ where: { state: 'paid' } });
  const jobs = (task: string) => deps.db.$queryRaw<Job[]>`
    SELECT task_identifier AS task, attempts, locked_by IS NOT NULL AS locked FROM graphile_worker.jobs WHERE task_identifier = ${task}`;

  /** Every order paid once, by one entry and one step. No event left over. The books hold. */
  async function expectPaidOnce(orderIds: readonly string[]): Promise<void> {
    for (const orderId of orderIds) {
      const entries = await deps.db.journalEntry.findMany({
        where: { orderId },
        select: { kind: true },
        orderBy: { recordedAt: 'asc' },
      });
      expect(entries.map(({ kind }) => kind)).toEqual(['order-placed', 'payment-received']);
      expect(await deps.db.orderEvent.count({ where: { orderId, action: 'pay' } })).toBe(1);
      expect((await town.order(orderId)).state).toBe('paid');
      expect(await deps.db.checkout.findMany({ where: { orderId }, select: { state: true } })).toEqual([
        { state: 'paid' },
      ]);
    }
    expect(await deps.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }

  return { ...town, deps, server, orderWithPage, payPage, paidOrders, jobs, expectPaidOnce };
}
