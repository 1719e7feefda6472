import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { crowd } from '#tests/integration/contention/crowd';
import { market } from '#tests/integration/trading/market';
import { sessionCookie, visitor, type Visitor } from '#tests/support/visitor';
import { startProcess } from './processes';
import { servedDeps } from './served-deps';
import { until } from './until';

const BUYERS = 4;
/**
 * Of the web server and of the worker each. Each costs a start, so that twenty in all (KILLS=10) are for an
 * idle machine.
 */
const KILLS = Number(process.env['KILLS'] ?? 2);
/** A process is killed at a random moment of this span, once it has begun to do its work. */
const SPAN_MS = 800;
const TRY_AGAIN_MS = 50;
/** Payments that were under way at the last kill are tried again after a pause that grows. */
const PATIENT = { withinMs: 180_000 };

/** Park and Miller's generator: the seed is printed, so that a history can be run again. */
function randomFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('processes that are killed at random', { timeout: 900_000 }, async () => {
  const { deps, url } = await servedDeps();
  const town = await market(deps);

  it('while buyers order and pay: nothing lost, nothing doubled, the ledger is zero', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const random = randomFrom(seed);
    const people = await crowd(deps, { programmeId: town.programmeId, size: BUYERS });
    let killing = true;
    const bought = Promise.all(people.map(async (person) => buyUntil(() => !killing, await visitorFor(person))));
    await Promise.all([killAgainAndAgain('scripts/serve.ts', random), killAgainAndAgain('scripts/work.ts', random)]);
    killing = false;
    const last = [await startProcess('scripts/serve.ts', deps), await startProcess('scripts/work.ts', deps)];
    const orderIds = (await bought).flat();
    console.log(`seed ${seed}: ${2 * KILLS} kills, ${orderIds.length} orders placed and paid`);

    const paid = () => deps.db.order.count({ where: { state: 'paid' } });
    await until('every payment', paid, (count) => count === orderIds.length, PATIENT);
    const unprocessed = () => deps.db.stripeEvent.count({ where: { processedAt: null } });
    await until('every event', unprocessed, (count) => count === 0, PATIENT);
    expect(new Set(orderIds).size).toBe(orderIds.length);
    const orders = await deps.db.order.findMany({ select: { id: true, lotId: true } });
    expect(orders.map(({ id }) => id).sort()).toEqual([...orderIds].sort());
    expect(new Set(orders.map(({ lotId }) => lotId)).size).toBe(orders.length);
    expect(await deps.db.sandboxCharge.count()).toBe(orders.length);
    const entries = await deps.db.journalEntry.findMany({ select: { orderId: true, kind: true } });
    const expected = orderIds.flatMap((id) => [`${id} order-placed`, `${id} payment-received`]);
    expect(entries.map(({ orderId, kind }) => `${orderId} ${kind}`).sort()).toEqual(expected.sort());
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
    for (const process of last) await process.kill();
  });

  async function visitorFor(person: { userId: string }): Promise<Visitor> {
    return visitor({ url }, { cookie: await sessionCookie(deps, person) });
  }

  async function killAgainAndAgain(script: 'scripts/serve.ts' | 'scripts/work.ts', random: () => number) {
    for (let killed = 0; killed < KILLS; killed += 1) {
      const before = await progress();
      const running = await startProcess(script, deps);
      await until('something that happens', progress, (now) => now > before, PATIENT);
      await wait(random() * SPAN_MS);
      await running.kill();
    }
  }

  /** Grows with every order that is placed or paid, and with every event that is stored or processed. */
  async function progress(): Promise<number> {
    const [row] = await deps.db.$queryRaw<{ steps: bigint }[]>`
      SELECT (SELECT count(*) FROM "JournalEntry") + (SELECT count(*) FROM "SandboxCharge")
           + (SELECT count(*) + count("processedAt") FROM "StripeEvent") AS steps`;
    return Number(row?.steps ?? 0);
  }

  /**
   * One lot after the other, each by one form that is sent until it is answered, as a person with a poor
   * network does.
   */
  async function buyUntil(isOver: () => boolean, buyer: Visitor): Promise<string[]> {
    const orderIds: string[] = [];
    while (!isOver()) {
      const lotId = await town.lot();
      const form = { quantity: '', terms: 'on', shownPrice: '11802302', requestId: deps.newId() };
      const placed = await answered(() => buyer.post(`/lots/${lotId}/order`, form));
      if (placed.text.includes('orders that are not paid')) {
        // Payments wait for a worker that lives. Who holds the most unpaid orders waits with them.
        await wait(TRY_AGAIN_MS);
        continue;
      }
      expect(placed.location, placed.text.slice(0, 2000)).toMatch(/^\/buyer\/orders\//);
      const orderId = placed.location?.split('/').at(-1) ?? '';
      orderIds.push(orderId);
      const page = await answered(() => buyer.post(`/buyer/orders/${orderId}/pay`, { requestId: deps.newId() }));
      const session = page.location?.split('/').at(-1) ?? '';
      await answered(() => pay(session));
    }
    return orderIds;
  }

  async function pay(session: string) {
    const response = await fetch(`http://127.0.0.1:${deps.settings.payments.sandboxPort}/sandbox/control/pay`, {
      method: 'POST',
      headers: { authorization: `Bearer ${deps.settings.payments.secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ session }),
    });
    return { status: response.status, text: await response.text(), location: null };
  }

  async function answered<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await send().catch(() => null);
      if (answer && answer.status < 500) return answer;
      await wait(TRY_AGAIN_MS);
    }
  }
});
