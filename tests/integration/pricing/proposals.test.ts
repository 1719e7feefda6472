import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { listMaterial, listQuarantined } from '#app/prices/waiting/list-quarantined.server';
import { listImports } from '#app/prices/imports/list-imports.server';
import { priceWork } from '#app/prices/waiting/price-work.server';
import { reviewQuarantined } from '#app/prices/waiting/review-quarantined.server';
import { compareProposal } from '#app/prices/proposals/compare-proposal.server';
import { decideProposal } from '#app/prices/proposals/decide-proposal.server';
import { getProposal, listProposals } from '#app/prices/proposals/list-proposals.server';
import { rateFactsSchema, type ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { propose } from '#app/prices/proposals/propose.server';
import { listRates } from '#app/prices/rates/list-rates.server';
import { fxRate } from '#app/prices/rates/fx-rate.server';
import { getSeriesHistory } from '#app/prices/series/get-series-history.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { forgetPrices, geitaGold, priceStaff, SHILLINGS } from './price-staff';

const deps = await testDeps();
const { enter, decide, officer, controller, observer, stranger } = await priceStaff(deps);

beforeEach(() => forgetPrices(deps));

let requests = 0;
const tzs = () => fxRate(deps, { base: 'USD', quote: 'TZS', on: '2026-06-02' });

describe('a local rate', () => {
  it('counts once a second person has approved it, with its source, day and both people', async () => {
    const id = await enter(SHILLINGS);
    expect(await tzs()).toBeNull();
    expect(await decide(id, officer)).toMatchObject({ code: 'same-person' });
    expect((await priceWork(deps, { actor: officer })).total).toBe(0);
    expect((await priceWork(deps, { actor: controller })).items).toMatchObject([
      { id, kind: 'fx-rate', title: 'TZS/USD' },
    ]);
    expect(await decide(id, controller)).toMatchObject({ value: 'approved' });
    expect(await tzs()).toMatchObject({ rate: '2590', date: '2026-06-01', source: 'Bank of Tanzania' });
    expect(await deps.db.fxRate.findFirst()).toMatchObject({
      enteredBy: officer.userId,
      approvedBy: controller.userId,
      proposalId: id,
    });
    expect(await listRates(deps)).toMatchObject([
      { programme: officer.organisationName, publishedOn: null, other: null, ageDays: 1, state: 'fresh' },
    ]);
    expect(await decide(id, controller)).toMatchObject({ code: 'proposal-state' });
    // From a second tab, without a note: there is no field for one any more.
    expect(await decide(id, controller, false, '')).toMatchObject({ code: 'proposal-state' });
    expect(await deps.db.fxRate.count()).toBe(1);
  });

  it('is shown beside what counts, with a warning where it leaps', async () => {
    expect(await compareProposal(deps, SHILLINGS)).toBeNull();
    const approve = (proposalId: string) =>
      decideProposal(deps, { actor: controller, proposalId, approve: true, note: '', requestId: `c-${proposalId}` });
    await approve(await enter(SHILLINGS));
    const slipped = { kind: 'fx-rate' as const, facts: { ...SHILLINGS.facts, rate: '2.59' } } as ProposalFacts;
    expect(await compareProposal(deps, slipped)).toMatchObject({ value: '2590', changePct: '-99.9', isLeap: true });
    await approve(await enter(geitaGold('300000', '2026-04-20')));
    expect(await compareProposal(deps, geitaGold('309000'))).toMatchObject({
      value: '300000',
      on: '2026-04',
      changePct: '3.0',
      isLeap: false,
    });
  });

  it('that is turned down, with the reason, never counts', async () => {
    const id = await enter(SHILLINGS);
    expect(await decide(id, controller, false, '')).toMatchObject({ code: 'note', path: 'note' });
    expect(await decide(id, controller, false, 'The slip says 2,950')).toMatchObject({ value: 'rejected' });
    expect(await tzs()).toBeNull();
    expect(await getProposal(deps, { actor: officer, proposalId: id })).toMatchObject({
      state: 'rejected',
      decidedBy: controller.name,
      note: 'The slip says 2,950',
    });
  });

  it('is approved once by two people at once, and needs evidence and a day that has come', async () => {
    const id = await enter(SHILLINGS);
    const second = await testOrganisation(deps, { kind: 'programme', roles: [] });
    expect(second.organisationId).not.toBe(officer.organisationId);
    const both = await Promise.all([decide(id, controller), decide(id, controller)]);
    expect(both.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(await deps.db.fxRate.count()).toBe(1);
    const bare = { actor: officer, proposal: SHILLINGS, keepEvidence: null, requestId: 'bare' };
    expect(await propose(deps, bare)).toMatchObject({ code: 'evidence' });
    deps.clock.set('2026-05-31T08:00:00Z');
    await expect(enter(SHILLINGS)).rejects.toThrow('day-ahead');
  });

  it('belongs to its programme, and to those who may enter and approve', async () => {
    const id = await enter(SHILLINGS);
    await expect(decide(id, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(getProposal(deps, { actor: stranger, proposalId: id })).rejects.toMatchObject({ status: 404 });
    await expect(decide(id, observer)).rejects.toMatchObject({ status: 403 });
    await expect(enter(SHILLINGS, observer)).rejects.toMatchObject({ status: 403 });
    expect(await listProposals(deps, { actor: stranger, kind: 'fx-rate' })).toEqual({ items: [], next: null });
  });

  it.each(['', '0', '-1', '1e3', 'NaN', '1,500', '0x10', '\u202e12', '9'.repeat(40)])('is refused as %s', (rate) => {
    expect(rateFactsSchema.safeParse({ ...SHILLINGS.facts, rate }).success).toBe(false);
  });
});

describe('a local price', () => {
  it('is a vintage of its own series: revised by a later day of its month, put aside when it moves too far', async () => {
    await decide(await enter(geitaGold('310000', '2026-04-10')), controller);
    await decide(await enter(geitaGold('320000', '2026-04-20')), controller);
    const history = () => getSeriesHistory(deps, { key: 'local.tz.geita.gold', from: null, to: null, knownAt: null });
    expect(await history()).toEqual([{ period: '2026-04', value: '320000', vintage: '2026-04-20', state: 'revised' }]);
    expect(await deps.db.series.findUnique({ where: { key: 'local.tz.geita.gold' } })).toMatchObject({ unit: 'TZS/g' });
    const leapt = await enter(geitaGold('500000'));
    expect((await priceWork(deps, { actor: controller })).items).toMatchObject([
      { kind: 'local-price', title: 'Geita (TZ)', commodity: 'gold' },
    ]);
    expect(await decide(leapt, controller)).toMatchObject({ value: 'quarantined' });
    const { id: observationId } = await deps.db.observation.findFirstOrThrow({ where: { kind: 'quarantined' } });
    const asides = async () =>
      (await listProposals(deps, { actor: officer, kind: 'local-price' })).items.map(({ state, aside }) => [
        state,
        aside,
      ]);
    expect(await asides()).toEqual([
      ['approved', { observationId, state: 'waiting' }],
      ['approved', null],
      ['approved', null],
    ]);
    expect((await priceWork(deps, { actor: controller })).items).toMatchObject([
      { kind: 'quarantined', title: '2026-05', commodity: 'gold', series: 'local.tz.geita.gold' },
    ]);
    expect(await history()).toMatchObject([{ value: '320000' }, { value: '500000', state: 'waiting' }]);
    // Only staff of the programme that entered the price may open its evidence.
    const { documentId } = await deps.db.priceProposal.findUniqueOrThrow({ where: { id: leapt } });
    expect(documentId).not.toBeNull();
    const evidence = async (actor: Actor) => (await listQuarantined(deps, { actor })).map((row) => row.evidence);
    expect(await evidence(controller)).toEqual([{ href: `/documents/${documentId}` }]);
    expect([await evidence(observer), await evidence(stranger)]).toEqual([[{ href: null }], [null]]);
    expect(await getProposal(deps, { actor: observer, proposalId: leapt })).toMatchObject({ document: { href: null } });
    const waits = async () =>
      (await listImports(deps, { actor: officer, cursor: null })).items.map(({ waits: one }) => one);
    expect((await waits()).filter(Boolean)).toHaveLength(1);
    const word = { observationId, reason: 'The slip says 300,500.', requestId: 'aside' };
    expect(await reviewQuarantined(deps, { actor: controller, accept: false, ...word })).toMatchObject({ ok: true });
    expect((await asides())[0]).toEqual(['approved', { observationId, state: 'rejected' }]);
    expect((await waits()).filter(Boolean)).toEqual([]);
    const { facts } = geitaGold('1');
    const dollars: ProposalFacts = { kind: 'local-price', facts: { ...(facts as object), currency: 'USD' } as never };
    await expect(enter(dollars)).rejects.toThrow('unit');
  });
});

describe('a figure that moved too far', () => {
  const vintage = (publishedOn: string, sha: string, values: Record<string, string>) =>
    importVintage(deps, {
      source: 'pink-sheet',
      fileName: 'a',
      sha256: sha.repeat(64),
      publishedOn,
      figures: Object.entries(values).map(([period, value]) => ({ series: 'wb.tin', period, value })),
      importedBy: 'test',
    });
  const review = (actor: Actor, observationId: string, accept: boolean, reason = 'Checked on their page') =>
    reviewQuarantined(deps, { actor, observationId, accept, reason, requestId: `r${(requests += 1)}` });

  it('is listed for staff with what counts until then, and accepted by two of them, with reasons and a record of both', async () => {
    await vintage('2026-05-02', 'a', { '2026-04': '30000' });
    await vintage('2026-06-02', 'b', { '2026-05': '50000' });
    const [row, ...more] = await listQuarantined(deps, { actor: observer });
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      series: 'wb.tin',
      period: '2026-05',
      value: '50000',
      inForce: { period: '2026-04', value: '30000', movePct: '66.7' },
      accepted: [],
      evidence: null,
    });
    const id = row?.id ?? '';
    for (const wordless of ['', '...', '— !!'])
      expect(await review(officer, id, true, wordless)).toMatchObject({ code: 'reason' });
    await expect(review(observer, id, true)).rejects.toMatchObject({ status: 403 });
    expect(await review(officer, id, true)).toMatchObject({ value: 'waiting' });
    expect(await review(officer, id, true)).toMatchObject({ code: 'already-decided' });
    expect((await priceWork(deps, { actor: officer })).total).toBe(0);
    expect((await priceWork(deps, { actor: controller })).total).toBe(1);
    expect(await listQuarantined(deps, { actor: officer })).toMatchObject([
      {
        accepted: [{ by: officer.name, at: deps.clock.now().toISOString(), reason: 'Checked on their page' }],
        decidedByReader: true,
      },
    ]);
    // Reference prices are every programme's: staff of another one may be the second.
    expect(await review(stranger, id, true)).toMatchObject({ value: 'accepted' });
    expect(await listQuarantined(deps, { actor: officer })).toEqual([]);
    expect(await deps.db.auditEntry.count({ where: { subjectId: id } })).toBe(2);
  });

  it('is gone from the list when one turns it down; corrections of over half a percent are listed apart', async () => {
    await vintage('2026-05-02', 'c', { '2026-03': '30000', '2026-04': '30000' });
    await vintage('2026-06-02', 'd', { '2026-03': '30100', '2026-04': '31000', '2026-05': '90000' });
    const [row] = await listQuarantined(deps, { actor: officer });
    expect(await review(officer, row?.id ?? '', false, 'A typing mistake')).toMatchObject({ value: 'rejected' });
    expect(await listQuarantined(deps, { actor: officer })).toEqual([]);
    const { items, next } = await listMaterial(deps, { actor: officer, cursor: null });
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { series: 'wb.tin', period: '2026-04', before: '30000', after: '31000', movePct: '3.3' },
    ]);
  });
});
