import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { previewLot } from '#app/catalogue/list-lot/lot-preview.server';
import { recordFxRate } from '#app/prices/rates/record-fx-rate.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { todayPrices } from '#app/front/today/today-prices.server';
import { GOLD } from '#tests/integration/catalogue/lot-maker';
import { testOrganisation } from '#tests/support/people';
import { testDeps, type TestDeps } from '#tests/support/test-deps';

let deps: TestDeps;
let manager: Actor;

beforeAll(async () => {
  deps = await testDeps({ at: '2026-06-02T08:00:00Z' });
  await loadSnapshot(deps);
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager'],
    programmeId: programme.organisationId,
    countryCode: 'TZ',
  });
  manager = { ...cooperative.as.manager, currency: 'TZS' };
});

it('has no line before there is a lot', async () => {
  expect((await todayPrices(deps, manager)).minerals).toEqual([]);
});

it('says what a gram is worth in dollars while no rate is known, then in shillings with the rate and its day', async () => {
  const input = { ...GOLD, currency: 'USD' };
  const lot = await createLot(deps, { actor: manager, requestId: deps.newId(), input });
  expect(lot.ok).toBe(true);
  const inDollars = await todayPrices(deps, manager);
  expect(inDollars.rate).toBeNull();
  expect(inDollars.minerals).toMatchObject([
    { reference: { value: '147.48', currency: 'USD', per: 'g' }, trader: null },
  ]);

  const rate = { base: 'USD', quote: 'TZS', rate: '2610', on: '2026-06-01', source: 'Bank of Tanzania' } as const;
  await recordFxRate(deps, { ...rate, enteredBy: 'a', approvedBy: 'b' });
  const { minerals, rate: used } = await todayPrices(deps, manager);
  expect(used).toMatchObject({ rate: '2610', on: '2026-06-01', source: 'Bank of Tanzania' });
  expect(minerals).toHaveLength(1);
  expect(minerals[0]?.reference).toEqual({ value: '384929', currency: 'TZS', per: 'g' });

  // The same floor as the lot's own band has for a gram, in dollars.
  const preview = await previewLot(deps, { actor: manager, input });
  if (!preview.band?.known) throw new Error('no band');
  const perGram = Number(preview.band.floorMinor) / 100 / Number(GOLD.quantity);
  expect(Number(inDollars.minerals[0]?.floor?.value)).toBeCloseTo(perGram, 1);
  expect(minerals[0]?.floor).toMatchObject({ currency: 'TZS', per: 'g', methodId: 'gold-dore/1' });
});
