import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { cooperativeProfile } from '#app/catalogue/show-cooperatives/cooperatives-page.server';
import { lotPage } from '#app/catalogue/show-lot/lot-page.server';
import { lotsToReview } from '#app/catalogue/review-lot/lots-to-review.server';
import { ownLots } from '#app/catalogue/own-lots/own-lots-page.server';
import { refreshListedLots } from '#app/catalogue/lot-band/refresh-listed-lots.server';
import type { LotCard } from '#app/catalogue/search/lot-card';
import { readLotSearch } from '#app/catalogue/search/lot-search';
import { searchLots } from '#app/catalogue/search/search-lots.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { testSellers } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { GOLD, listLot, TIN, submitConfirmed } from './lot-maker';

let deps: TestDeps;
let manager: Actor;
let officer: Actor;
let slug: string;
let lots: { gold: string; tin: string; submitted: string };

/** The newest prices are of May, and of use for 100 days after its end. */
const LAST_MOMENT = '2026-09-08T23:59:59.999Z';
const MIDNIGHT = '2026-09-09T00:00:00.000Z';

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
  const sellers = await testSellers(deps);
  ({ manager, officer } = sellers);
  ({ slug } = await deps.db.organisation.findUniqueOrThrow({ where: { id: sellers.cooperativeId } }));
  const list = (input: typeof GOLD) => listLot(deps, { manager, officer }, input);
  const [gold, tin] = [await list({ ...GOLD, ask: '150000' }), await list({ ...TIN, ask: '200000' })];
  const made = await createLot(deps, { actor: manager, requestId: deps.newId(), input: GOLD });
  if (!made.ok) throw new Error(made.code);
  await submitConfirmed(deps, { actor: manager, lotId: made.value.lotId });
  lots = { gold, tin, submitted: made.value.lotId };
});

const search = (query: string) => searchLots(deps, { search: readLotSearch(new URLSearchParams(query)), cursor: null });

/** Every list in which lots stand with their bands. */
async function cards(): Promise<LotCard[]> {
  const { similar } = await lotPage(deps, { lotId: lots.gold, reader: null });
  return [
    ...(await search('')).lots,
    ...(await ownLots(deps, { actor: manager, state: null, cursor: null })).lots,
    ...(await cooperativeProfile(deps, { slug })).lots,
    ...(await lotsToReview(deps, { actor: officer })),
    ...similar,
  ];
}

describe('a band whose reference price grows too old', () => {
  beforeEach(() => deps.clock.set(LAST_MOMENT));

  it('is none in every list from that day on, as on the page of the lot, before anything is valued anew', async () => {
    const kept = await cards();
    expect(kept.length).toBeGreaterThanOrEqual(8);
    for (const card of kept) expect(card).toMatchObject({ band: {}, noBandReason: null });
    deps.clock.set(MIDNIGHT);
    expect((await lotPage(deps, { lotId: lots.gold, reader: null })).band).toMatchObject({
      known: false,
      reasonKey: 'pricing:refusal.priceExpired',
    });
    const gone = await cards();
    expect(gone).toHaveLength(kept.length);
    for (const card of gone) expect(card).toMatchObject({ band: null, noBandReason: 'pricing:refusal.priceExpired' });
    await refreshListedLots(deps);
    expect(await cards()).toEqual(gone);
    deps.clock.set('2026-06-02T08:00:00Z');
    await refreshListedLots(deps);
  });

  it('is not counted, found or sorted by', async () => {
    expect((await search('band=below-floor')).lots.map(({ id }) => id)).toEqual([lots.tin]);
    expect((await search('sort=fairness')).lots.map(({ id }) => id)).toEqual([lots.tin, lots.gold]);
    deps.clock.set(MIDNIGHT);
    expect((await search('band=below-floor')).lots).toEqual([]);
    expect((await search('band=none')).counts).toMatchObject({
      total: 2n,
      byFacet: { band: [{ value: 'none', count: 2n }] },
    });
    // Without bands nothing but the id is left to sort by.
    expect((await search('sort=fairness')).lots.map(({ id }) => id)).toEqual([lots.tin, lots.gold].sort());
  });

  it('is not what staff are said to have seen', async () => {
    deps.clock.set(MIDNIGHT);
    await decideLot(deps, {
      actor: officer,
      lotId: lots.submitted,
      decision: 'approve',
      reason: 'Talked with the manager.',
    });
    const review = await deps.db.review.findFirstOrThrow({ where: { subjectKind: 'lot', subjectId: lots.submitted } });
    expect(review.evidenceSeen).toMatchObject({ band: null, verdict: null });
  });
});
