import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { crowd } from '#tests/integration/contention/crowd';
import { market } from '#tests/integration/trading/market';
import { sessionCookie, visitor, type Answer } from '#tests/support/visitor';
import { startProcess } from './processes';
import { servedDeps } from './served-deps';
import { until } from './until';

const ORDERS = 20;

describe('a web server that is killed', { timeout: 240_000 }, async () => {
  const { deps, url } = await servedDeps();
  const town = await market(deps);

  it('while 20 orders are placed: sent again with the same request id, each is there once', async () => {
    const people = await crowd(deps, { programmeId: town.programmeId, size: ORDERS });
    const forms = [];
    for (const person of people) {
      const lotId = await town.lot();
      const buyer = visitor({ url }, { cookie: await sessionCookie(deps, person) });
      const fields = { quantity: '', terms: 'on', shownPrice: '11802302', requestId: deps.newId() };
      forms.push({ lotId, send: () => buyer.post(`/lots/${lotId}/order`, fields) });
    }

    const server = await startProcess('scripts/serve.ts', deps);
    const cutOff = forms.map(({ send }) => send().catch(() => null));
    await until(
      'a few orders',
      () => deps.db.order.count(),
      (count) => count >= 3,
    );
    await server.kill();
    const first = await Promise.all(cutOff);
    const placedBefore = await deps.db.order.findMany({ select: { id: true, lotId: true } });
    // Who was told of an order has it.
    for (const { location } of first.filter((answer): answer is Answer => answer?.status === 303)) {
      expect(placedBefore.map(({ id }) => `/buyer/orders/${id}`)).toContain(location);
    }

    const next = await startProcess('scripts/serve.ts', deps);
    const again = await Promise.all(forms.map(({ send }) => send()));
    expect(again.map(({ status }) => status)).toEqual(forms.map(() => 303));
    await next.kill();

    const orders = await deps.db.order.findMany({ select: { id: true, lotId: true } });
    expect(new Set(orders.map(({ lotId }) => lotId)).size).toBe(ORDERS);
    expect(orders).toHaveLength(ORDERS);
    for (const { id } of placedBefore) expect(orders.map((order) => order.id)).toContain(id);
    expect(await deps.db.lot.count({ where: { state: 'sold', availableQuantity: 0 } })).toBe(ORDERS);
    expect(await deps.db.journalEntry.count({ where: { kind: 'order-placed' } })).toBe(ORDERS);
    expect(await deps.db.priceEvidence.count()).toBe(ORDERS);
    const timers = await deps.db.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'expire-order'`;
    expect(timers.map(({ key }) => key).sort()).toEqual(orders.map(({ id }) => `expire-order:${id}`).sort());
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  });
});
