import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { crowd } from '#tests/integration/contention/crowd';
import { market } from '#tests/integration/trading/market';
import { sessionCookie, visitor } from '#tests/support/visitor';
import { startProcess } from './processes';
import { servedDeps } from './served-deps';
import { until } from './until';

const ORDERS = 40;

describe('a web server that is told to end', { timeout: 240_000 }, async () => {
  const { deps, url } = await servedDeps();
  // npm start finds its demo made.
  await deps.db.installation.create({ data: { key: 'demo', value: 'ready' } });
  const town = await market(deps);
  const readiness = () =>
    fetch(`${url}/readyz`, { headers: { Connection: 'close' } }).then(
      ({ status }) => status,
      () => 0,
    );

  it.each(['scripts/serve.ts', 'scripts/start.ts'] as const)(
    'answers the 40 orders that are under way, then ends with 0 (%s)',
    async (script) => {
      // The postings of an order go with it, and so must the balances that they were kept in.
      await deps.db.$executeRaw`TRUNCATE "Order", "LedgerAccount" CASCADE`;
      const people = await crowd(deps, { programmeId: town.programmeId, size: ORDERS });
      const forms = [];
      for (const person of people) {
        const lotId = await town.lot();
        const buyer = visitor({ url }, { cookie: await sessionCookie(deps, person) });
        const fields = { quantity: '', terms: 'on', shownPrice: '11802302', requestId: deps.newId() };
        forms.push(() => buyer.post(`/lots/${lotId}/order`, fields));
      }
      const server = await startProcess(script, deps);
      expect(await readiness()).toBe(200);
      const sent = forms.map((send) => send().catch((error: unknown) => ({ status: 0, error: String(error) })));
      await until(
        'the first order',
        () => deps.db.order.count(),
        (count) => count >= 1,
      );
      const ended = server.terminate();
      const notReady = await until('readiness to turn', readiness, (status) => status !== 200);
      expect(notReady).toBe(503);

      const answers = await Promise.all(sent);
      expect(answers.filter(({ status }) => status !== 303)).toEqual([]);
      expect(await ended).toBe(0);
      expect(await readiness()).toBe(0);
      const orders = await deps.db.order.findMany({ select: { id: true } });
      expect(answers.map((answer) => 'location' in answer && answer.location).sort()).toEqual(
        orders.map(({ id }) => `/buyer/orders/${id}`).sort(),
      );
      const { sums, drifted } = await trialBalance(deps);
      expect(drifted).toEqual([]);
      expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
    },
  );
});
