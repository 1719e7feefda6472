import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { priceWork } from '#app/prices/waiting/price-work.server';
import { getProposal, listProposals } from '#app/prices/proposals/list-proposals.server';
import type { ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { withdrawProposal } from '#app/prices/proposals/withdraw-proposal.server';
import { listRates } from '#app/prices/rates/list-rates.server';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { testDeps } from '#tests/support/test-deps';
import { forgetPrices, priceStaff, SHILLINGS } from './price-staff';

const deps = await testDeps();
const { enter, decide, officer, controller, observer, stranger } = await priceStaff(deps);

beforeEach(() => forgetPrices(deps));

const tzs = () => fxRate(deps, { base: 'USD', quote: 'TZS', on: '2026-06-02' });

describe('a rate that staff entered', () => {
  it('is listed with its own source, and says which way round counts', async () => {
    const enterRate = async (facts: object) => {
      const proposal = { kind: 'fx-rate', facts: { ...SHILLINGS.facts, ...facts } } as ProposalFacts;
      await decide(await enter(proposal), controller);
    };
    const listed = async () =>
      (await listRates(deps)).map(({ base, quote, source, publishedOn, other }) => [
        `${base}/${quote}`,
        source,
        publishedOn,
        other,
      ]);
    await enterRate({ base: 'USD', quote: 'EUR', rate: '0.9', on: '2026-05-20', source: 'A bank in Mwanza' });
    await importVintage(deps, {
      source: 'ecb',
      fileName: 'daily.xml',
      sha256: 'e'.repeat(64),
      publishedOn: '2026-05-29',
      figures: [{ series: 'EUR/USD', period: '2026-05-29', value: '1.1' }],
      importedBy: 'feed:ecb',
    });
    expect(await listed()).toEqual([
      ['EUR/USD', 'European Central Bank', '2026-05-29', { counts: true, sameDay: false }],
      ['USD/EUR', 'A bank in Mwanza', null, { counts: false, sameDay: false }],
    ]);
    await enterRate({ base: 'USD', quote: 'EUR', rate: '0.92', on: '2026-05-29', source: 'A bank in Mwanza' });
    expect((await listed()).map((row) => row[3])).toEqual([
      { counts: true, sameDay: true },
      { counts: false, sameDay: true },
    ]);
    await enterRate({ base: 'USD', quote: 'EUR', rate: '0.93', on: '2026-06-01', source: 'A bank in Mwanza' });
    expect((await listed()).map((row) => row[3])).toEqual([
      { counts: false, sameDay: false },
      { counts: true, sameDay: false },
    ]);
    // What the list says counts is what amounts are converted by.
    const used = await fxRate(deps, { base: 'EUR', quote: 'USD', on: '2026-06-02' });
    expect(used?.legs).toMatchObject([{ base: 'USD', quote: 'EUR', rate: '0.93' }]);
  });

  it('is found again among many, page by page, what waits on the first', async () => {
    const entered: string[] = [];
    for (let day = 1; day <= 23; day += 1) {
      const on = `2026-05-${String(day).padStart(2, '0')}`;
      entered.push(await enter({ kind: 'fx-rate', facts: { ...SHILLINGS.facts, on } } as ProposalFacts));
    }
    const [waits = '', ...others] = entered;
    for (const id of others) await decide(id, controller);
    const seen: string[][] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listProposals>> = await listProposals(deps, {
        actor: officer,
        kind: 'fx-rate',
        cursor,
      });
      seen.push(page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen.map((page) => page.length)).toEqual([11, 10, 2]);
    expect(seen[0]?.[0]).toBe(waits);
    expect(seen.flat().sort()).toEqual([...entered].sort());
  });

  it('is taken back by whoever entered it, once from two tabs, and by nobody else', async () => {
    const id = await enter(SHILLINGS);
    const take = (actor: Actor, requestId: string) => withdrawProposal(deps, { actor, proposalId: id, requestId });
    expect(await take(controller, 'w0')).toMatchObject({ code: 'not-yours' });
    await expect(take(observer, 'w1')).rejects.toMatchObject({ status: 403 });
    await expect(take(stranger, 'w2')).rejects.toMatchObject({ status: 404 });
    const tabs = await Promise.all([take(officer, 'w3'), take(officer, 'w4'), take(officer, 'w3')]);
    expect(tabs).toEqual([1, 2, 3].map(() => ({ ok: true, value: 'withdrawn' })));
    expect(await deps.db.auditEntry.count({ where: { subjectId: id, action: 'price:withdraw' } })).toBe(1);
    expect(await getProposal(deps, { actor: officer, proposalId: id })).toMatchObject({
      state: 'withdrawn',
      decidedBy: null,
      decidedAt: deps.clock.now().toISOString(),
    });
    expect((await priceWork(deps, { actor: controller })).total).toBe(0);
    expect(await decide(id, controller)).toMatchObject({ code: 'proposal-state' });
    expect(await tzs()).toBeNull();

    const raced = await enter({ kind: 'fx-rate', facts: { ...SHILLINGS.facts, rate: '2600' } } as ProposalFacts);
    const both = await Promise.all([
      withdrawProposal(deps, { actor: officer, proposalId: raced, requestId: 'w5' }),
      decide(raced, controller),
    ]);
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await deps.db.fxRate.count()).toBe(both[1].ok ? 1 : 0);
    // What waits stands before what was taken back.
    const waiting = await enter({ kind: 'fx-rate', facts: { ...SHILLINGS.facts, rate: '2610' } } as ProposalFacts);
    expect((await listProposals(deps, { actor: officer, kind: 'fx-rate' })).items[0]?.id).toBe(waiting);
  });
});
