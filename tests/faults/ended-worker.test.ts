import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { runWorker, type JobHandlers } from '#app/platform/jobs/run-worker.server';
import { testDeps } from '#tests/support/test-deps';
import { payingTown } from './paying-town';
import { startProcess } from './processes';
import { until } from './until';

const MANY = 4;

describe('a worker that is told to end', { timeout: 240_000 }, async () => {
  const town = await payingTown(await testDeps());
  const { deps } = town;
  afterAll(() => town.server.close());
  const events = () => town.jobs('process-stripe-event');
  const inHand = async () => (await events()).filter(({ locked }) => locked).length;

  async function hold(orderIds: string[]): Promise<() => Promise<void>> {
    const hand = new pg.Client({ connectionString: deps.databaseUrl });
    await hand.connect();
    await hand.query('BEGIN');
    await hand.query('SELECT 1 FROM "Order" WHERE id = ANY($1::uuid[]) FOR UPDATE', [orderIds]);
    return async () => {
      await hand.query('ROLLBACK');
      await hand.end();
    };
  }

  it('gives back at its time what it could not finish, finishes what it can, and no payment is lost or doubled', async () => {
    const pages = [];
    for (let index = 0; index < MANY; index += 1) pages.push(await town.orderWithPage());
    for (const { sessionId } of pages) expect(await town.payPage(sessionId)).toBe(200);
    const orderIds = pages.map(({ orderId }) => orderId);
    await until(
      'the webhooks',
      () => events(),
      (jobs) => jobs.length >= MANY,
    );

    const release = await hold(orderIds);
    const first = await startProcess('scripts/work.ts', deps, { SHUTDOWN_DRAIN_SECONDS: '1' });
    await until('jobs in hand', inHand, (count) => count === 4);
    expect(await first.terminate()).toBe(0);
    expect(await inHand()).toBe(0);

    const second = await startProcess('scripts/work.ts', deps);
    await until('jobs in hand', inHand, (count) => count === 4);
    const ended = second.terminate();
    await release();
    expect(await ended).toBe(0);
    expect(await inHand()).toBe(0);

    const third = await startProcess('scripts/work.ts', deps);
    await until('every event', events, (jobs) => jobs.length === 0);
    await town.expectPaidOnce(orderIds);
    expect(await third.terminate()).toBe(0);
  });

  it('and a job that hangs fails after its time, says so in the queue, and holds up no other', async () => {
    const texts: string[] = [];
    const handlers = {
      'send-mail': () => new Promise<void>(() => undefined),
      'send-sms': (_deps, { text }) => Promise.resolve(void texts.push(text)),
    } satisfies Partial<JobHandlers>;
    const settings = { ...deps.settings, jobSeconds: 1 };
    await deps.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await deps.jobs.enqueue(deps.db, 'send-mail', { to: 'a@example.org', subject: 'x', text: 'x' });
    await deps.jobs.enqueue(deps.db, 'send-sms', { to: '+1', text: 'arrived' });
    const worker = await runWorker({
      deps: { ...deps, settings },
      handlers: handlers as unknown as JobHandlers,
      concurrency: 1,
    });
    await until(
      'the text',
      () => Promise.resolve(texts),
      (sent) => sent.length === 1,
    );
    const failed = await deps.db.$queryRaw<{ last_error: string; attempts: number }[]>`
      SELECT last_error, attempts FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`;
    expect(failed).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining('send-mail took longer than 1 s') },
    ]);
    expect(await worker.stop({ withinMs: 5000 })).toEqual({ givenBack: 0 });
  });
});
