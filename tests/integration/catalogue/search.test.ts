import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { updateLot } from '#app/catalogue/list-lot/update-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { cooperativeProfile, listCooperatives } from '#app/catalogue/show-cooperatives/cooperatives-page.server';
import { askedState, ownLots } from '#app/catalogue/own-lots/own-lots-page.server';
import { readLotSearch, SORTS } from '#app/catalogue/search/lot-search';
import { PAGE_SIZE, searchLots } from '#app/catalogue/search/search-lots.server';
import type { Db } from '#app/platform/db/connect.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { testSellers } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { BRICKS, GOLD, listLot, TIN, submitConfirmed } from './lot-maker';

let deps: TestDeps;
let manager: Actor;
let officer: Actor;
let slug: string;
const GOLD_LOTS = 27;

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
  const sellers = await testSellers(deps);
  ({ manager, officer } = sellers);
  ({ slug } = await deps.db.organisation.findUniqueOrThrow({ where: { id: sellers.cooperativeId } }));
  for (let index = 0; index < GOLD_LOTS; index += 1) {
    // Three share a moment, so that the order within it is the id's.
    deps.clock.set(`2026-06-02T08:${String(Math.floor(index / 3)).padStart(2, '0')}:00Z`);
    await listLot(deps, { manager, officer }, { ...GOLD, quantity: `${500 + (index % 5) * 100}` });
  }
  await listLot(deps, { manager, officer }, TIN);
  await listLot(deps, { manager, officer }, BRICKS);
  const certified = await createLot(deps, { actor: manager, requestId: deps.newId(), input: BRICKS });
  if (!certified.ok) throw new Error(certified.code);
  const { lotId } = certified.value;
  const details = { ...BRICKS, womenLed: true, certificates: ['craft', 'fairmined'], divisible: true };
  for (const step of [
    await updateLot(deps, { actor: manager, lotId, input: details }),
    await submitConfirmed(deps, { actor: manager, lotId }),
    await decideLot(deps, { actor: officer, lotId, decision: 'approve', reason: 'Talked with the manager.' }),
  ])
    if (!step.ok) throw new Error(step.code);
  await createLot(deps, { actor: manager, requestId: deps.newId(), input: { ...GOLD, ask: '1' } });
});

const search = (query: string, cursor: string | null = null) =>
  searchLots(deps, { search: readLotSearch(new URLSearchParams(query)), cursor });
const counted = (counts: { value: string; count: bigint }[]) =>
  Object.fromEntries(counts.map(({ value, count }) => [value, `${count}`]));

describe('the list of lots', () => {
  it('shows what is listed and nothing else', async () => {
    const { counts, lots } = await search('');
    expect(counts.total).toBe(BigInt(GOLD_LOTS + 3));
    expect(lots).toHaveLength(PAGE_SIZE);
    expect(counted(counts.byFacet.mineral)).toEqual({ gold: `${GOLD_LOTS}`, tin: '1', clay: '2' });
  });

  it('counts a facet without its own choice, and the others with it', async () => {
    const { counts, lots } = await search('mineral=clay&women=yes');
    expect(lots).toHaveLength(1);
    expect(counts.total).toBe(1n);
    expect(counted(counts.byFacet.mineral)).toEqual({ clay: '1' });
    expect(counted(counts.byFacet.women)).toEqual({ yes: '1' });
    expect(counted(counts.byFacet.certificate)).toEqual({ craft: '1', fairmined: '1' });
    const both = await search('mineral=clay&mineral=tin');
    expect(both.counts.total).toBe(3n);
    expect(counted(both.counts.byFacet.mineral)).toEqual({ gold: `${GOLD_LOTS}`, tin: '1', clay: '2' });
    expect(counted(both.counts.byFacet.form)).toEqual({ concentrate: '1', bricks: '2' });
  });

  it.each([
    ['form=concentrate', 1],
    ['stage=manufactured', 2],
    ['country=MZ', PAGE_SIZE],
    ['country=PE', 0],
    ['certificate=craft&certificate=kimberley', 1],
    ['incoterm=EXW', 2],
    ['massMin=9000', 1],
    ['massMin=0,6&massMax=0.6', 6],
    ['purityMax=70', 1],
    ['purityMin=89&purityMax=91&mineral=tin', 0],
    ['massMin=abc', PAGE_SIZE],
  ])('%s gives %d', async (query, expected) => {
    expect((await search(query)).lots).toHaveLength(expected);
  });

  it('goes by the mass that can still be ordered', async () => {
    const [tin] = (await search('mineral=tin')).lots;
    if (!tin) throw new Error('no lot of tin');
    const set = (availableQuantity: string) =>
      deps.db.lot.update({ where: { id: tin.id }, data: { availableQuantity } });
    await set('1');
    expect((await search('massMin=9000')).lots).toEqual([]);
    expect((await search('mineral=tin&massMax=1000')).lots).toHaveLength(tin.unit === 't' ? 1 : 0);
    await set(tin.quantity);
    expect((await search('massMin=9000')).lots).toHaveLength(1);
  });

  it('finds every lot in one of the positions of its band', async () => {
    const { byFacet, total } = (await search('')).counts;
    expect(byFacet.band.reduce((sum, { count }) => sum + count, 0n)).toBe(total);
    for (const { value, count } of byFacet.band) expect((await search(`band=${value}`)).counts.total).toBe(count);
  });

  it.each(SORTS)('pages through all of it once, by %s', async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(`sort=${sort}`, cursor);
      seen.push(...page.lots.map((lot) => lot.id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(GOLD_LOTS + 3);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('starts at the beginning for a cursor that is not its own', async () => {
    const first = (await search('')).lots.map((lot) => lot.id);
    for (const cursor of ['x', 'drop~table', '12~12', `1~${deps.newId()}`])
      expect((await search('', cursor)).lots.map((lot) => lot.id)).toEqual(first);
  });

  it('takes two queries, however many lots there are', async () => {
    let queries = 0;
    const db = deps.db.$extends({
      query: {
        $allOperations({ args, query }) {
          queries += 1;
          return query(args);
        },
      },
    }) as unknown as Db;
    await searchLots(
      { ...deps, db },
      { search: readLotSearch(new URLSearchParams('mineral=gold&sort=mass')), cursor: null },
    );
    expect(queries).toBe(2);
  });
});

describe('other lists', () => {
  it('shows a cooperative its own lots by state', async () => {
    const all = await ownLots(deps, { actor: manager, state: null, cursor: null });
    expect(all).toMatchObject({ total: GOLD_LOTS + 4, counts: { draft: 1, listed: GOLD_LOTS + 3 } });
    const rest = await ownLots(deps, { actor: manager, state: null, cursor: all.next });
    expect(all.lots.length + rest.lots.length).toBe(GOLD_LOTS + 4);
    const drafts = await ownLots(deps, { actor: manager, state: askedState('http://x/?state=draft'), cursor: null });
    expect(drafts.lots.map((lot) => lot.state)).toEqual(['draft']);
    expect(askedState('http://x/?state=nonsense')).toBeNull();
  });

  it('shows accepted cooperatives with what they offer', async () => {
    const [row, ...others] = await listCooperatives(deps);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ slug, listed: GOLD_LOTS + 3 });
    expect(row?.minerals.sort()).toEqual(['clay', 'gold', 'tin']);
    expect((await cooperativeProfile(deps, { slug })).lots).toHaveLength(GOLD_LOTS + 3);
    await expect(cooperativeProfile(deps, { slug: 'nobody' })).rejects.toMatchObject({ status: 404 });
  });
});
