import { beforeEach, describe, expect, it } from 'vitest';
import { compareSettings } from '#app/prices/proposals/compare-settings.server';
import { getProposal, listProposals } from '#app/prices/proposals/list-proposals.server';
import { seriesFactsSchema, type ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { propose } from '#app/prices/proposals/propose.server';
import { getSeriesHistory } from '#app/prices/series/get-series-history.server';
import { OWN_SERIES } from '#tests/support/examples/own-series';
import { testDeps } from '#tests/support/test-deps';
import { forgetPrices, geitaGold, priceStaff } from '../price-staff';

const deps = await testDeps();
const { enter, decide, officer, controller } = await priceStaff(deps);

beforeEach(() => forgetPrices(deps));

describe('a local price of an earlier day', () => {
  const geita = () => getSeriesHistory(deps, { key: 'local.tz.geita.gold', from: null, to: null, knownAt: null });

  it('that is approved after one of a later day of its month is kept, and said not to count', async () => {
    await decide(await enter(geitaGold('320000', '2026-05-20')), controller);
    const id = await enter(geitaGold('310000', '2026-05-10'));
    expect(await decide(id, controller)).toMatchObject({ value: 'superseded' });
    expect(await geita()).toMatchObject([{ period: '2026-05', value: '320000' }]);
    expect(await getProposal(deps, { actor: officer, proposalId: id })).toMatchObject({
      state: 'approved',
      aside: { state: 'superseded' },
    });
    const listed = await listProposals(deps, { actor: officer, kind: 'local-price' });
    expect(listed.items.map(({ aside }) => aside?.state ?? null).sort()).toEqual(['superseded', null].sort());
  });

  it('counts where only another month has a later one', async () => {
    await decide(await enter(geitaGold('310000', '2026-04-10')), controller);
    await decide(await enter(geitaGold('330000', '2026-05-20')), controller);
    expect(await decide(await enter(geitaGold('320000', '2026-04-20')), controller)).toMatchObject({
      value: 'approved',
    });
    expect(await geita()).toMatchObject([{ value: '320000' }, { value: '330000' }]);
  });

  it('of another spelling of the district, or of another programme, leaves the words of the series as they are', async () => {
    await decide(await enter(geitaGold('310000', '2026-04-10')), controller);
    const before = await deps.db.series.findFirstOrThrow();
    const { facts } = geitaGold('311000') as Extract<ProposalFacts, { kind: 'local-price' }>;
    const spelt: ProposalFacts = { kind: 'local-price', facts: { ...facts, district: 'GEITA' } };
    expect(await decide(await enter(spelt), controller)).toMatchObject({ value: 'approved' });
    expect(await deps.db.series.findMany()).toEqual([before]);
  });
});

describe('a series of the operator’s own', () => {
  const facts = seriesFactsSchema.parse(OWN_SERIES);

  it('is there once a second person has approved it, and keeps its unit for ever', async () => {
    const id = await enter({ kind: 'series', facts });
    expect(await deps.db.series.count()).toBe(0);
    await decide(id, controller);
    expect(await deps.db.series.findFirst()).toMatchObject({
      key: 'op.apt-tungsten',
      unit: 'USD/MTU',
      frequency: 'monthly',
    });
    await expect(enter({ kind: 'series', facts: { ...facts, per: 'kg' } })).rejects.toThrow('series-known');
  });

  const other = { source: 'Other Prices Ltd' };
  it.each([
    ['commodity', { commodity: 'cobalt' as const }],
    ['currency', { currency: 'EUR' as const }],
    ['per', { per: 'kg' as const }],
    ['source', other],
    ['licence', { licence: 'Contract 9' }],
    ['attribution', { attribution: 'Other Prices Ltd' }],
  ])('is never made over to another %s: the key is taken', async (field, change) => {
    await decide(await enter({ kind: 'series', facts }), controller);
    const proposal: ProposalFacts = { kind: 'series', facts: { ...facts, ...change } };
    expect(
      await propose(deps, { actor: officer, proposal, keepEvidence: null, requestId: `k-${field}` }),
    ).toMatchObject({
      code: 'series-known',
      path: 'key',
      params: { key: 'op.apt-tungsten', field },
    });
    expect(await deps.db.priceProposal.count()).toBe(1);
  });

  it('of which two were entered under one key is the first that was approved', async () => {
    const [first, second] = [
      await enter({ kind: 'series', facts }),
      await enter({ kind: 'series', facts: { ...facts, ...other } }),
    ];
    const both = await Promise.all([decide(first, controller), decide(second, controller)]);
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
    const late = await decide(both[0]?.ok ? second : first, controller);
    expect(late).toMatchObject({ code: 'series-known' });
    expect(late).not.toHaveProperty('path');
    expect(await deps.db.priceProposal.count({ where: { state: 'waiting' } })).toBe(1);
  });

  it('takes other settings, shown before and after to the second person', async () => {
    const known: ProposalFacts = { kind: 'series', facts };
    expect(await compareSettings(deps, known)).toBeNull();
    await decide(await enter(known), controller);
    expect(await compareSettings(deps, known)).toEqual([]);
    const proposal: ProposalFacts = { kind: 'series', facts: { ...facts, staleDays: 200, quarantinePct: '12.5' } };
    const id = await enter(proposal);
    await deps.db.$executeRaw`TRUNCATE graphile_worker._private_jobs`;
    expect(await compareSettings(deps, proposal)).toEqual([
      { name: 'staleDays', before: '100', after: '200' },
      { name: 'quarantinePct', before: '40', after: '12.5' },
    ]);
    expect(await decide(id, controller)).toMatchObject({ value: 'approved' });
    expect(await deps.db.series.findFirst()).toMatchObject({ staleDays: 200, source: 'Example Prices Ltd' });
    // A price that is of use for longer, or no longer, makes or ends bands.
    const [waiting] = await deps.db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE key = 'recompute-bands'`;
    expect(waiting?.n).toBe(1);
  });

  it.each([
    ['key', 'wb.gold'],
    ['key', 'op.<script>'],
    ['pageUrl', 'javascript:alert(1)'],
    ['freshDays', '0'],
    ['staleDays', '10'],
    ['per', 'bushel'],
    ['licence', ' '],
    ['quarantinePct', '1001'],
  ])('is refused with %s %s', (field, value) => {
    const given = { ...facts, freshDays: '45', staleDays: '100', [field]: value };
    const { error } = seriesFactsSchema.safeParse(given);
    expect(error?.issues.map(({ path }) => path[0])).toContain(field);
  });
});
