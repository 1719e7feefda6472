import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { testDeps } from '#tests/support/test-deps';
import { payingTown } from './paying-town';
import { startProcess } from './processes';
import { until } from './until';

const MANY = 6;

describe('a worker that is killed', { timeout: 120_000 }, async () => {
  const town = await payingTown(await testDeps());
  const { deps } = town;
  afterAll(() => town.server.close());
  const events = () => town.jobs('process-stripe-event');
  const inHand = async () => (await events()).filter(({ locked }) => locked).length;
  const nothingWaits = (jobs: unknown[]) => jobs.length === 0;

  async function paidPages(): Promise<string[]> {
    const pages = [];
    for (let index = 0; index < MANY; index += 1) pages.push(await town.orderWithPage());
    for (const { sessionId } of pages) expect(await town.payPage(sessionId)).toBe(200);
    const completed = { type: 'checkout.session.completed', objectId: { in: pages.map(({ sessionId }) => sessionId) } };
    await until(
      'the webhooks',
      () => deps.db.stripeEvent.count({ where: completed }),
      (count) => count === MANY,
    );
    return pages.map(({ orderId }) => orderId);
  }

  it('while it books payments: the next one takes its jobs over, and every order is paid once', async () => {
    const orderIds = await paidPages();
    const hand = new pg.Client({ connectionString: deps.databaseUrl });
    hand.on('error', () => undefined);
    await hand.connect();
    await hand.query('BEGIN');
    await hand.query('SELECT 1 FROM "Order" WHERE id = ANY($1::uuid[]) FOR UPDATE', [orderIds]);

    const first = await startProcess('scripts/work.ts', deps);
    // All hands of the worker are in the middle of a payment that cannot go on.
    await until('jobs in hand', inHand, (count) => count === 4);
    const waiting = () => deps.db.$queryRaw<{ pid: number }[]>`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until('payments that wait', waiting, (rows) => rows.length >= 1);
    await first.kill();
    await hand.query('ROLLBACK');
    await hand.end();
    expect(await inHand()).toBe(4);

    const second = await startProcess('scripts/work.ts', deps);
    await until('every event', events, nothingWaits);
    await town.expectPaidOnce(orderIds);
    await second.kill();
  });

  it('again and again at any moment: no job is lost', async () => {
    const orderIds = await paidPages();
    const before = await town.paidOrders();
    for (const reached of [1, 4]) {
      const worker = await startProcess('scripts/work.ts', deps);
      await until(`${reached} paid orders`, town.paidOrders, (count) => count - before >= reached);
      await worker.kill();
    }
    const last = await startProcess('scripts/work.ts', deps);
    await until('every event', events, nothingWaits);
    await town.expectPaidOnce(orderIds);
    await last.kill();
  });
});
