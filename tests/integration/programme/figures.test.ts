import { describe, expect, it } from 'vitest';
import { cooperativePage } from '#app/programme/cooperatives/cooperative-page.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import { indicatorPage } from '#app/programme/indicators/indicator-page.server';
import { saveMember } from '#app/proceeds/members/save-member.server';
import { overviewPage } from '#app/programme/overview/overview-page.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';
import { settledOrder } from './settled-order';

describe('figures of a programme', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const other = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const programmeId = programme.organisationId;
  const clay = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager', 'treasurer'],
    programmeId,
    name: 'Clay Makers',
  });
  const gold = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['treasurer'],
    programmeId,
    name: 'Gold Washers',
  });
  const sale = { programmeId, cooperativeId: clay.organisationId };

  // Six women and five men, one hour each but for the first woman, who has fourteen: 19 hours of women, 5 of
  // men.
  for (let index = 0; index < 11; index += 1) {
    const sex = index < 6 ? 'female' : 'male';
    await saveMember(deps, {
      actor: clay.as.manager,
      requestId: deps.newId(),
      member: {
        code: '',
        name: `Member ${index}`,
        sex,
        task: 'moulding',
        hours: index === 0 ? '14' : '1',
        contribution: '',
      },
    });
  }

  // May: USD 1,000, royalty 30, fee 2% (20): net 950. Reference 1,250. The trader paid 760. Two days.
  const may = await settledOrder(deps, {
    ...sale,
    priceMinor: 100_000n,
    royaltyMinor: 3_000n,
    feeBps: 200,
    referenceMinor: 125_000n,
    baselineMinor: 76_000n,
    verdict: 'fair',
    deliveredAt: '2026-05-10T08:00:00Z',
    moneyAt: '2026-05-12T08:00:00Z',
  });
  // June: MZN 64,000 at 0.015625 is USD 1,000, nothing taken off. Under the floor. Ten days. No baseline, no
  // reference.
  await settledOrder(deps, {
    ...sale,
    priceMinor: 6_400_000n,
    currency: 'MZN',
    usdRate: '0.015625',
    verdict: 'below-floor',
    deliveredAt: '2026-05-22T08:00:00Z',
    moneyAt: '2026-06-01T08:00:00Z',
  });
  // UGX has no decimals: 3,700,000 at 0.00027 is USD 999. No rate was known, so it is counted but in no sum.
  await settledOrder(deps, {
    ...sale,
    cooperativeId: gold.organisationId,
    priceMinor: 3_700_000n,
    currency: 'UGX',
    usdRate: null,
    deliveredAt: '2026-04-01T08:00:00Z',
    moneyAt: '2026-04-05T08:00:00Z',
  });
  await settledOrder(deps, {
    ...sale,
    cooperativeId: gold.organisationId,
    priceMinor: 3_700_000n,
    currency: 'UGX',
    usdRate: '0.00027',
    deliveredAt: '2026-04-01T08:00:00Z',
    moneyAt: '2026-04-02T08:00:00Z',
  });
  // The year before: USD 500, fee 20%: 80% retained.
  await settledOrder(deps, {
    ...sale,
    priceMinor: 50_000n,
    feeBps: 2_000,
    deliveredAt: '2025-03-01T08:00:00Z',
    moneyAt: '2025-03-03T08:00:00Z',
  });
  // Before both years, and of another programme: in no figure.
  await settledOrder(deps, {
    ...sale,
    priceMinor: 999n,
    deliveredAt: '2024-05-01T08:00:00Z',
    moneyAt: '2024-05-03T08:00:00Z',
  });
  await settledOrder(deps, {
    ...sale,
    programmeId: other.organisationId,
    priceMinor: 999n,
    deliveredAt: '2026-05-01T08:00:00Z',
    moneyAt: '2026-05-03T08:00:00Z',
  });

  await distributeOrder(deps, {
    actor: clay.as.treasurer,
    orderId: may.orderId,
    requestId: deps.newId(),
    distribution: { rule: 'hours', costs: '200', community: '30', weights: {} },
  });

  const page = () => overviewPage(deps, { actor: programme.as.officer });

  it('are the ones worked out by hand', async () => {
    const { figures, orders, unrated, period } = await page();
    expect([orders, unrated, period.months[0], period.months.at(-1)]).toEqual([4, 1, '2025-07', '2026-06']);
    // (950 + 1,000 + 999) ÷ (1,000 + 1,000 + 999) = 98.33%
    expect(figures['retained-share'].value).toMatch(/^98\.332777592530/);
    expect(figures['retained-share'].change).toMatch(/^18\.332777592530/);
    expect(figures['retained-share'].covered).toBe(3);
    // (950 − 760) ÷ 760
    expect(figures.uplift).toMatchObject({ value: '25', covered: 1, orders: 4, change: null });
    // 1,000 ÷ 1,250
    expect(figures.realisation).toMatchObject({ value: '80', covered: 1 });
    // 1,000 of 2,000 with a band
    expect(figures['under-floor']).toMatchObject({ value: '50', covered: 2 });
    // 2, 10, 4 and 1 days
    expect(figures['days-to-money']).toMatchObject({ value: '3', covered: 4 });
    // 720.00 over 24 hours: 19 of them women's
    expect(figures['womens-share'].value).toMatch(/^79\.166666/);
    expect(figures['womens-share'].coveragePct).toBe('100');
  });

  it('are shown by month and by cooperative', async () => {
    const { retainedByMonth, baselineByMonth, baselinePct, cooperatives } = await page();
    const month = (name: string) => retainedByMonth.find((one) => one.month === name)?.value;
    expect([month('2026-05'), month('2026-06'), month('2026-04'), month('2026-03')]).toEqual([
      '95',
      '100',
      '100',
      null,
    ]);
    expect(baselineByMonth.find((one) => one.month === '2026-05')?.sharePct).toBe('76');
    expect(baselinePct).toBe('76');
    expect(cooperatives.map(({ name }) => name)).toEqual(['Clay Makers', 'Gold Washers']);
    expect(cooperatives[0]).toMatchObject({
      orders: 2,
      underFloor: 1,
      products: [{ mineral: 'clay', form: 'bricks' }],
    });
    expect(cooperatives[0]?.salesUsd).toMatch(/^2000(\.0+)?$/);
    expect(cooperatives[0]?.women.value).toMatch(/^79\.16/);
    expect(cooperatives[1]?.women).toMatchObject({ value: null });
  });

  it('go back to an earlier day', async () => {
    const { orders, figures, isPast } = await overviewPage(deps, { actor: programme.as.officer, asOf: '2026-05-20' });
    expect(isPast).toBe(true);
    expect(orders).toBe(0);
    expect(figures['retained-share'].value).toBeNull();
    const future = await overviewPage(deps, { actor: programme.as.officer, asOf: '2030-01-01' });
    expect(future.period.asOf).toBe('2026-06-02');
  });

  it('lead down to their orders, of the own programme only', async () => {
    const ask = {
      actor: programme.as.officer,
      key: 'uplift' as const,
      asOf: null,
      month: null,
      cooperativeId: null,
      after: null,
    };
    const { list, byCooperative, byMonth, figure } = await indicatorPage(deps, ask);
    expect(list.orders).toHaveLength(4);
    expect(list.orders[1]).toMatchObject({
      number: may.number,
      priceMinor: 100_000n,
      netMinor: 95_000n,
      baselineMinor: 76_000n,
      hours: 48,
      rated: true,
    });
    expect(figure.value).toBe('25');
    expect(byCooperative.map(({ name, value }) => [name, value])).toEqual([
      ['Clay Makers', '25'],
      ['Gold Washers', null],
    ]);
    expect(byMonth.filter(({ value }) => value !== null).map(({ month }) => month)).toEqual(['2026-05']);
    expect((await indicatorPage(deps, { ...ask, month: '2026-04' })).list.orders).toHaveLength(2);
    expect((await indicatorPage(deps, { ...ask, cooperativeId: gold.organisationId })).list.orders).toHaveLength(2);
    expect(
      (await indicatorPage(deps, { ...ask, actor: other.as.officer, cooperativeId: gold.organisationId })).list.orders,
    ).toEqual([]);
  });

  it('show members as sums, and a cooperative of another programme to nobody', async () => {
    const actor = programme.as.officer;
    const { members, figures, salesUsd } = await cooperativePage(deps, { actor, cooperativeId: clay.organisationId });
    expect(members).toEqual({ total: 11, bySex: { female: 6, male: 5, unknown: 0 } });
    expect(salesUsd).toMatch(/^2000(\.0+)?$/);
    expect(figures['womens-share'].value).toMatch(/^79\.16/);
    await expect(
      cooperativePage(deps, { actor: other.as.officer, cooperativeId: clay.organisationId }),
    ).rejects.toMatchObject({ status: 404 });
  });
});
