import { expect, it } from 'vitest';
import { publicFigures } from '#app/programme/public/public-figures.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { settledOrder } from './settled-order';

const deps = await testDeps();

it('shows what producers kept over all programmes, from five orders on', async () => {
  const programmes = [
    await testOrganisation(deps, { kind: 'programme', roles: [] }),
    await testOrganisation(deps, { kind: 'programme', roles: [] }),
  ];
  const sell = (programme: number, more: object = {}) =>
    settledOrder(deps, {
      programmeId: programmes[programme]?.organisationId ?? '',
      cooperativeId: programmes[programme]?.organisationId ?? '',
      priceMinor: 100_000n,
      feeBps: 200,
      deliveredAt: '2026-05-01T08:00:00Z',
      moneyAt: '2026-05-03T08:00:00Z',
      ...more,
    });
  for (const programme of [0, 0, 1, 1]) await sell(programme, { baselineMinor: 70_000n });
  // Counted, but without a rate it is in no sum and makes the group no larger.
  await sell(0, { usdRate: null });
  expect(await publicFigures(deps)).toBeNull();

  // Nothing retained but 50%: USD 4 × 980 and 500 of 5,000.
  await sell(1, { royaltyMinor: 48_000n });
  const figures = await publicFigures(deps);
  expect(figures).toMatchObject({ from: '2025-07', asOf: '2026-06-02', orders: 5, cooperatives: 2, womensPct: null });
  expect(
    [figures?.priceUsd, figures?.netUsd, figures?.retainedPct].map((value) => value?.replace(/\.0*$/, '')),
  ).toEqual(['5000', '4420', '88.4']);
  // Only four orders have a baseline: too few to show.
  expect(figures).toMatchObject({ baselinePct: null, upliftPct: null });

  await sell(0, { baselineMinor: 70_000n });
  expect((await publicFigures(deps))?.baselinePct).toBe('70');
  expect((await publicFigures(deps))?.upliftPct).toBe('40');
});
