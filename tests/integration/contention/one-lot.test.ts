import { afterAll, describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm, type Visitor } from '#tests/support/visitor';
import { market } from '../trading/market';
import { crowd } from './crowd';

const BUYERS = 200;

describe('200 buyers at once on one lot, over HTTP', { timeout: 240_000 }, async () => {
  const server = await startAppServer(await testDeps({ poolSize: 20 }));
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());

  it('gives one an order and 199 a page that says that the lot is gone', async () => {
    const lotId = await town.lot();
    const path = `/lots/${lotId}/order`;
    const people = await crowd(deps, { programmeId: town.programmeId, size: BUYERS });
    const visitors: Visitor[] = [];
    for (const person of people) visitors.push(await signedIn(server, person));
    const form = workForm((await visitors[0]?.get(path))?.text ?? '', path);
    expect(form.fields).toMatchObject({ shownPrice: '11802302' });

    const answers = await Promise.all(
      visitors.map((buyer) => buyer.post(path, { ...form.fields, terms: 'on', requestId: deps.newId() })),
    );

    const won = answers.filter(({ status }) => status === 303);
    const refused = answers.filter(({ status }) => status === 422);
    expect([won.length, refused.length]).toEqual([1, BUYERS - 1]);
    expect(won[0]?.location).toMatch(/^\/buyer\/orders\/[0-9a-f-]{36}$/);
    for (const { text } of refused) expect(text).toContain('lang="en"');
    expect(refused.every(({ text }) => /no longer|not (?:for sale|available)|sold|gone/i.test(text))).toBe(true);

    expect(await deps.db.order.count({ where: { lotId } })).toBe(1);
    const lot = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect([lot.state, lot.availableQuantity.toFixed()]).toEqual(['sold', '0']);
    expect(await deps.db.orderCharge.count()).toBe(2);
    expect(await deps.db.orderEvent.count()).toBe(1);
    expect(await deps.db.priceEvidence.count()).toBe(1);
    expect(await deps.db.writeOnce.count({ where: { action: 'place-order' } })).toBe(1);
    expect([await deps.db.checkout.count(), await deps.db.sandboxCharge.count()]).toEqual([0, 0]);
    const entries = await deps.db.journalEntry.findMany({ select: { kind: true } });
    expect(entries).toEqual([{ kind: 'order-placed' }]);
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  });
});
