import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '#app/platform/db/migrate.server';
import { prepareJobs } from '#app/platform/jobs/prepare.server';
import { startLocalPostgres, type LocalPostgres } from '#app/platform/postgres/local-postgres.server';
import { testDeps } from '#tests/support/test-deps';
import { payingTown } from './paying-town';
import { startProcess } from './processes';
import { startRelay } from './relay';
import { until } from './until';

const MANY = 5;
const portOf = (url: string) => Number.parseInt(new URL(url).port, 10);

describe('a database that is killed', { timeout: 240_000 }, async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'fairlode-killed-'));
  let server = await startLocalPostgres({ dataDir: dir, database: 'base' });
  await migrate({ url: server.url, root: process.cwd() });
  await prepareJobs(server.url);
  const relay = await startRelay(portOf(server.url));
  afterAll(async () => {
    relay.close();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });
  const relayed = new URL(server.url);
  relayed.port = String(relay.port);
  const town = await payingTown(await testDeps({ on: relayed.toString() }));
  const { deps } = town;
  afterAll(() => town.server.close());

  /** Past the relay, so that what it holds is not cut with the others. */
  async function directly(): Promise<pg.Client> {
    const url = new URL(deps.databaseUrl);
    url.port = new URL(server.url).port;
    const client = new pg.Client({ connectionString: url.toString() });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async function killDatabase(): Promise<void> {
    const client = await directly();
    const { rows } = await client.query<{ dir: string }>(`SELECT current_setting('data_directory') AS dir`);
    relay.hush();
    const [pid = '0'] = (await readFile(path.join(rows[0]?.dir ?? '', 'postmaster.pid'), 'utf8')).split('\n');
    process.kill(Number.parseInt(pid, 10), 'SIGKILL');
    await client.end().catch(() => undefined);
  }

  /**
   * Its backends notice that it is gone one after the other, and it does not start before the last of them
   * is.
   */
  async function startAgain(): Promise<LocalPostgres> {
    const start = () => startLocalPostgres({ dataDir: dir, database: 'base' }).catch(() => null);
    const started = await until('the database', start, (one) => one !== null);
    if (!started) throw new Error('The database did not start again.');
    relay.to(portOf(started.url));
    return started;
  }

  it('in the middle of payments: when it is back, every order is paid once, and nobody had to be told', async () => {
    const pages = [];
    for (let index = 0; index < MANY; index += 1) pages.push(await town.orderWithPage());
    const orderIds = pages.map(({ orderId }) => orderId);
    const hand = await directly();
    await hand.query('BEGIN');
    await hand.query('SELECT 1 FROM "Order" WHERE id = ANY($1::uuid[]) FOR UPDATE', [orderIds.slice(2)]);
    await startProcess('scripts/work.ts', deps);
    for (const { sessionId } of pages.slice(1)) expect(await town.payPage(sessionId)).toBe(200);
    await until('the payment that nothing holds up', town.paidOrders, (count) => count === 1);
    const waiting = async () =>
      (
        await hand.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).rowCount ?? 0;
    await until('payments that wait', waiting, (count) => count >= 1);

    await killDatabase();
    await hand.end().catch(() => undefined);
    const unpaid = pages[0];
    expect(await town.payPage(unpaid?.sessionId ?? '').catch(() => 0)).not.toBe(200);
    server = await startAgain();

    const paid = await until(
      'the page again',
      () => town.payPage(unpaid?.sessionId ?? '').catch(() => 0),
      (status) => status === 200,
    );
    expect(paid).toBe(200);
    await until(
      'every order',
      () => town.paidOrders().catch(() => 0),
      (count) => count === MANY,
    );
    await until(
      'every event',
      () => town.jobs('process-stripe-event'),
      (jobs) => jobs.length === 0,
    );
    await town.expectPaidOnce(orderIds);
    expect(await deps.db.sandboxCharge.count()).toBe(MANY);
  });
});
