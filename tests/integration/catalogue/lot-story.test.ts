import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { attachLotDocument } from '#app/catalogue/own-lots/attach-lot-document.server';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { lotPage } from '#app/catalogue/show-lot/lot-page.server';
import { lotReviewPage } from '#app/catalogue/review-lot/lot-review-page.server';
import { lotsToReview } from '#app/catalogue/review-lot/lots-to-review.server';
import { previewLot } from '#app/catalogue/list-lot/lot-preview.server';
import { ownLotPage } from '#app/catalogue/own-lots/own-lot-page.server';
import { BAND_LEVELS } from '#app/valuation/methods/method';
import { workingPage } from '#app/catalogue/show-working/working-page.server';
import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import { submitLot } from '#app/catalogue/list-lot/submit-lot.server';
import { updateLot } from '#app/catalogue/list-lot/update-lot.server';
import { withdrawLot } from '#app/catalogue/own-lots/withdraw-lot.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { BRICKS, GOLD, listLot, submitConfirmed } from './lot-maker';

let deps: TestDeps;
let manager: Actor;
let officer: Actor;
let otherManager: Actor;
let otherOfficer: Actor;

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager'],
    programmeId: programme.organisationId,
    locale: 'pt',
  });
  const neighbour = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager'],
    programmeId: other.organisationId,
  });
  [manager, officer, otherManager, otherOfficer] = [
    cooperative.as.manager,
    programme.as.officer,
    neighbour.as.manager,
    other.as.officer,
  ];
});

async function draft(input = GOLD): Promise<string> {
  const made = await createLot(deps, { actor: manager, requestId: deps.newId(), input });
  if (!made.ok) throw new Error(made.code);
  return made.value.lotId;
}

describe('a lot from draft to market', () => {
  it('is drafted from five fields with its band, in the cooperative’s words', async () => {
    const lot = await deps.db.lot.findUniqueOrThrow({ where: { id: await draft() }, include: { bands: true } });
    expect(lot).toMatchObject({
      state: 'draft',
      originDistrict: 'Moatize',
      originCountry: 'MZ',
      hsCode: '7108.12',
      leadTimeDays: 7,
    });
    expect(lot.title).toMatch(/^Ouro doré, /);
    expect(lot.massGrams?.toFixed()).toBe('1000');
    expect(lot.gradePpm?.toFixed()).toBe('900000');
    expect(lot.bandMethod).toBe('gold-dore/1');
    expect(lot.bands).toHaveLength(1);
    const points = [lot.bandFloorMinor ?? 0n, lot.bandFairMinor ?? 0n, lot.bandCeilingMinor ?? 0n];
    expect(points.map(String)).toEqual([...new Set(points)].sort((a, b) => (a < b ? -1 : 1)).map(String));
  });

  it('is made once however often the button is pressed', async () => {
    const requestId = deps.newId();
    const before = await deps.db.lot.count();
    const answers = await Promise.all([1, 2, 3].map(() => createLot(deps, { actor: manager, requestId, input: GOLD })));
    const ids = answers.map((answer) => (answer.ok ? answer.value.lotId : answer.code));
    expect(new Set(ids).size).toBe(1);
    expect(await deps.db.lot.count()).toBe(before + 1);
    expect(await createLot(deps, { actor: manager, requestId, input: { ...GOLD, ask: '5' } })).toMatchObject({
      ok: false,
      code: 'key-reused',
    });
  });

  it('stores nothing when a field cannot be read, and names the field', async () => {
    const before = await deps.db.lot.count();
    const input = { ...GOLD, quantity: '1e3', grade: '-900', ask: 'NaN' };
    const refused = await createLot(deps, { actor: manager, requestId: deps.newId(), input });
    expect(refused).toMatchObject({ ok: false, code: 'invalid-lot' });
    expect('issues' in refused && refused.issues.map((issue) => issue.path)).toEqual(['quantity', 'grade', 'ask']);
    expect(await deps.db.lot.count()).toBe(before);
  });

  it('goes to staff of its own programme only, and back with a reason', async () => {
    const lotId = await draft();
    expect(await submitLot(deps, { actor: manager, lotId })).toMatchObject({ ok: false, code: 'not-accepted' });
    await acceptOrganisation(deps, manager.organisationId);
    expect((await submitConfirmed(deps, { actor: manager, lotId })).ok).toBe(true);
    expect((await submitConfirmed(deps, { actor: manager, lotId })).ok).toBe(true);
    expect((await lotsToReview(deps, { actor: officer })).map((lot) => lot.id)).toContain(lotId);
    expect(await lotsToReview(deps, { actor: otherOfficer })).toEqual([]);

    const decide = (actor: Actor, decision: 'approve' | 'reject', reason: string) =>
      decideLot(deps, { actor, lotId, decision, reason });
    await expect(decide(otherOfficer, 'approve', '')).rejects.toMatchObject({ status: 404 });
    expect(await decide(officer, 'reject', ' ')).toMatchObject({ ok: false, code: 'reason-missing', path: 'reason' });
    expect((await decide(officer, 'reject', 'The assay is missing.')).ok).toBe(true);
    expect(await decide(officer, 'approve', 'Talked with the manager.')).toMatchObject({
      ok: false,
      code: 'lot-state',
    });

    const page = await ownLotPage(deps, { actor: manager, lotId });
    expect(page).toMatchObject({
      lot: { state: 'draft' },
      decisions: [{ approved: false, reason: 'The assay is missing.' }],
    });
    const [job] = await deps.db.$queryRaw<{ payload: { subject: string; text: string } }[]>`
      SELECT payload FROM graphile_worker._private_jobs ORDER BY id DESC LIMIT 1`;
    expect(job?.payload.subject).toMatch(/^O seu lote precisa de uma alteração/);
    expect(job?.payload.text).toContain('The assay is missing.');

    expect((await submitConfirmed(deps, { actor: manager, lotId })).ok).toBe(true);
    expect((await decide(officer, 'approve', 'Talked with the manager.')).ok).toBe(true);
    const shown = await lotPage(deps, { lotId, reader: null });
    expect(shown).toMatchObject({
      lot: { state: 'listed' },
      band: { known: true, method: 'gold-dore/1' },
      seller: { id: manager.organisationId },
    });
    const reviews = await deps.db.review.findMany({ where: { subjectId: lotId }, orderBy: { decidedAt: 'asc' } });
    expect(reviews.map(({ decision, authorId }) => [decision, authorId])).toEqual([
      ['rejected', officer.userId],
      ['accepted', officer.userId],
    ]);
  });

  it('becomes a draft again when it is changed, and is frozen once a part is ordered', async () => {
    const lotId = await listLot(deps, { manager, officer }, BRICKS);
    expect((await updateLot(deps, { actor: manager, lotId, input: { ...BRICKS, ask: '32000' } })).ok).toBe(true);
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } })).toMatchObject({
      state: 'draft',
      askMinor: 3200000n,
      listedAt: null,
    });
    const sold = await listLot(deps, { manager, officer }, BRICKS);
    await deps.db.lot.update({ where: { id: sold }, data: { availableQuantity: '10' } });
    expect(await updateLot(deps, { actor: manager, lotId: sold, input: BRICKS })).toMatchObject({
      ok: false,
      code: 'lot-partly-sold',
    });
    expect((await withdrawLot(deps, { actor: manager, lotId: sold })).ok).toBe(true);
    expect((await withdrawLot(deps, { actor: manager, lotId: sold })).ok).toBe(true);
  });

  it('does not exist for other cooperatives, other staff and strangers', async () => {
    const lotId = await draft();
    const file = { name: 'a.pdf', bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46]) };
    const attempts = [
      () => ownLotPage(deps, { actor: otherManager, lotId }),
      () => updateLot(deps, { actor: otherManager, lotId, input: GOLD }),
      () => submitLot(deps, { actor: otherManager, lotId }),
      () => withdrawLot(deps, { actor: otherManager, lotId }),
      () => lotReviewPage(deps, { actor: otherOfficer, lotId }),
      () => lotReviewPage(deps, { actor: officer, lotId }),
      () => lotPage(deps, { lotId, reader: null }),
      () => workingPage(deps, { lotId }),
      () => lotPage(deps, { lotId: deps.newId(), reader: null }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 });
    expect((await attachLotDocument(deps, { actor: otherManager, lotId, kind: 'assay', file })).ok).toBe(false);
  });
});

describe('the band of a lot', () => {
  it('is shown while typing and nothing is stored', async () => {
    const before = await deps.db.lot.count();
    const half = await previewLot(deps, { actor: manager, input: { ...GOLD, quantity: '', ask: '' } });
    expect(half).toMatchObject({ band: null, issues: [] });
    const wrong = await previewLot(deps, { actor: manager, input: { ...GOLD, quantity: '-4' } });
    expect(wrong.issues.map((issue) => issue.path)).toEqual(['quantity']);
    const full = await previewLot(deps, { actor: manager, input: { ...GOLD, ask: '' } });
    expect(full.band).toMatchObject({ known: true, verdict: null });
    expect(await deps.db.lot.count()).toBe(before);
  });

  it('has a working whose last line is the band’s own figure', async () => {
    const lotId = await listLot(deps, { manager, officer }, GOLD);
    const page = await workingPage(deps, { lotId });
    if (!('steps' in page)) throw new Error('no band');
    for (const level of BAND_LEVELS)
      expect(page.steps[level].at(-1)?.value.replace('.', '')).toBe(page.totals[level].toString());
    expect(page.method.sources.length).toBeGreaterThan(0);
  });

  it('says why there is none', async () => {
    const lotId = await listLot(
      deps,
      { manager, officer },
      { ...GOLD, product: 'cobalt/concentrate', unit: 't', quantity: '5', grade: '8', gradeUnit: '%' },
    );
    expect((await lotPage(deps, { lotId, reader: null })).band).toMatchObject({
      known: false,
      reasonKey: 'pricing:refusal.priceMissing',
    });
    expect(await deps.db.lotBand.findFirstOrThrow({ where: { lotId } })).toMatchObject({
      reason: 'pricing:refusal.priceMissing',
      floorMinor: null,
    });
  });

  it('is computed again for listed lots, and old listings end', async () => {
    const lotId = await listLot(deps, { manager, officer }, GOLD);
    const old = await listLot(deps, { manager, officer }, GOLD);
    await deps.db.lot.update({ where: { id: old }, data: { listedAt: new Date('2025-05-01T00:00:00Z') } });
    const done = await refreshListedLots(deps);
    expect(done.expired).toBe(1);
    expect(await deps.db.lotBand.count({ where: { lotId } })).toBe(1);
    expect(await deps.db.lot.findUniqueOrThrow({ where: { id: old } })).toMatchObject({ state: 'expired' });
  });
});
