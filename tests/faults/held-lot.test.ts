import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { crowd } from '#tests/integration/contention/crowd';
import { market } from '#tests/integration/trading/market';
import { formsOf, sessionCookie, visitor, type Answer, type Visitor } from '#tests/support/visitor';
import { percentile, timesOf } from './page-times';
import { startProcess } from './processes';
import { servedDeps } from './served-deps';
import { until } from './until';

const ORDERS = 40;
const HELD_MS = 8000;
/** As many as a web process has connections for transactions. */
const WAITING = 12;

describe('a lot whose row is held for 8 seconds', { timeout: 240_000 }, async () => {
  const { deps, url } = await servedDeps();
  const town = await market(deps);

  it('while 40 buyers order it: pages come as before, orders are placed or refused with a way to try again', async () => {
    const lotId = await town.lot();
    const people = await crowd(deps, { programmeId: town.programmeId, size: ORDERS + 1 });
    const buyers: Visitor[] = [];
    for (const person of people) buyers.push(visitor({ url }, { cookie: await sessionCookie(deps, person) }));
    const reader = buyers.pop();
    if (!reader) throw new Error('no reader');
    const server = await startProcess('scripts/serve.ts', deps);
    const read = () => reader.get('/buyer/orders');
    await timesOf(read, { times: 20 });
    const before = await timesOf(read, { times: 60 });

    const hand = new pg.Client({ connectionString: deps.databaseUrl });
    await hand.connect();
    await hand.query('BEGIN');
    await hand.query('SELECT 1 FROM "Lot" WHERE id = $1 FOR UPDATE', [lotId]);
    const path = `/lots/${lotId}/order`;
    const sent = buyers.map((buyer) =>
      buyer.post(path, { quantity: '', terms: 'on', shownPrice: '11802302', requestId: deps.newId() }),
    );
    // Before they wait they are worked out, which takes the processor for a moment, held row or not.
    const waiting = () => deps.db.$queryRaw<object[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await until('orders that wait for the row', waiting, (rows) => rows.length >= WAITING);
    const during = await timesOf(read, { forMs: HELD_MS });
    await hand.query('ROLLBACK');
    await hand.end();
    const answers = await Promise.all(sent);

    const [base, held] = [percentile(before, 99), percentile(during, 99)];
    console.log(`p99 of a page: ${base} ms alone, ${held} ms while the row was held (${during.length} pages)`);
    expect(held).toBeLessThan(base * 3 + 300);
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, text } of refused) {
      expect(headers.get('retry-after')).toBe('5');
      expect(text).toContain('Nothing was changed');
    }
    const others = answers.filter(({ status }) => status !== 503);
    expect(others.every(({ status }) => status === 303 || status === 422)).toBe(true);
    await expectNothingHalfStored();

    // What was typed is in the page: one press sends it again, under the same request id.
    const again = await Promise.all(
      answers.map((answer, index): Promise<Answer> => {
        const form = formsOf(answer.text, path).find(({ fields }) => 'requestId' in fields);
        if (answer.status !== 503) return Promise.resolve(answer);
        expect(form).toMatchObject({ method: 'post', fields: { terms: 'on', shownPrice: '11802302' } });
        return buyers[index]?.post(form?.action ?? '', form?.fields ?? {}) ?? Promise.reject(new Error('no buyer'));
      }),
    );
    expect(again.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(again.filter(({ status }) => status === 422)).toHaveLength(ORDERS - 1);
    expect(await deps.db.order.count()).toBe(1);
    await expectNothingHalfStored();
    await server.kill();
  });

  async function expectNothingHalfStored(): Promise<void> {
    const orders = await deps.db.order.count();
    expect(await deps.db.journalEntry.count()).toBe(orders);
    expect(await deps.db.priceEvidence.count()).toBe(orders);
    expect(await deps.db.orderEvent.count()).toBe(orders);
    expect(await deps.db.writeOnce.count({ where: { action: 'place-order' } })).toBe(orders);
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }
});
