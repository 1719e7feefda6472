import { expect, it } from 'vitest';
import { orderPostings } from '#app/ledger/postings/order-postings.server';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import { portionBps } from '#app/money/money';
import { recordBaseline } from '#app/programme/baselines/record-baseline.server';
import { cooperativePage } from '#app/programme/cooperatives/cooperative-page.server';
import { distributeOrder } from '#app/proceeds/distribution/distribute-order.server';
import { indicatorPage } from '#app/programme/indicators/indicator-page.server';
import { saveMember } from '#app/proceeds/members/save-member.server';
import { overviewPage } from '#app/programme/overview/overview-page.server';
import { market, must } from '#tests/integration/trading/market';
import { testDeps } from '#tests/support/test-deps';

const deps = await testDeps();

it('carries one order from its lot to the figures of staff, through every use case', async () => {
  const town = await market(deps);
  const { officer, controller, treasurer, manager, cooperativeId } = town;

  // Staff record a baseline of 80% of the reference: it is later than the one of 75% and replaces it.
  const baseline = {
    mineral: 'gold',
    form: 'dore',
    basis: 'reference',
    percent: '80',
    amount: '',
    currency: '',
    unit: '',
    source: 'Receipts of three sellers',
    recordedOn: '2026-05-01',
  };
  must(await recordBaseline(deps, { actor: officer, cooperativeId, baseline, requestId: deps.newId() }));
  for (let index = 0; index < 11; index += 1) {
    const member = {
      code: '',
      name: `Member ${index}`,
      sex: index < 6 ? 'female' : 'male',
      task: 'washing',
      hours: '',
      contribution: '',
    };
    must(await saveMember(deps, { actor: manager, member, requestId: deps.newId() }));
  }

  // Price 118,023.02 − royalty 3,540.69 − assay 250.00 − fee 2,360.46 = 111,871.87. Delivered on 3 June,
  // confirmed six days later.
  deps.clock.set('2026-06-02T08:00:00Z');
  const { orderId } = must(await town.place(await town.lot()));
  await town.pay(orderId);
  must(await town.steps.ship(orderId));
  deps.clock.set('2026-06-03T08:00:00Z');
  must(await town.steps.confirm(orderId));
  const payoutId = await town.payoutOf(orderId);
  deps.clock.set('2026-06-09T08:00:00Z');
  must(await town.steps.receive(payoutId, '111871.87'));
  must(
    await distributeOrder(deps, {
      actor: treasurer,
      orderId,
      requestId: deps.newId(),
      distribution: { rule: 'equal', costs: '1871.87', community: '0', weights: {} },
    }),
  );

  const { number, referenceMinor, baselineMinor } = await town.order(orderId);
  if (referenceMinor === null || baselineMinor === null) throw new Error('the order froze no reference');
  expect(baselineMinor).toBe(portionBps({ minor: referenceMinor, currency: 'USD' }, 8000).minor);

  const { figures, orders, unrated, cooperatives } = await overviewPage(deps, { actor: officer });
  expect([orders, unrated]).toEqual([1, 0]);
  // 11,187,187 ÷ 11,802,302
  expect(figures['retained-share'].value).toMatch(/^94\.788177763965/);
  expect(figures['days-to-money'].value).toBe('6');
  // 110,000.00 in eleven equal shares of 10,000.00, six of them women's.
  expect(figures['womens-share']).toMatchObject({ coveragePct: '100' });
  expect(figures['womens-share'].value).toMatch(/^54\.545454/);
  const basisPoints = ((11_187_187n - baselineMinor) * 10_000n) / baselineMinor;
  expect(figures.uplift.value?.replace('.', '').startsWith(basisPoints.toString())).toBe(true);
  expect(cooperatives).toMatchObject([{ orders: 1, products: [{ mineral: 'gold', form: 'dore' }] }]);

  const drill = await indicatorPage(deps, {
    actor: controller,
    key: 'retained-share',
    asOf: null,
    month: '2026-06',
    cooperativeId,
    after: null,
  });
  expect(drill.list.orders).toMatchObject([
    { id: orderId, number, priceMinor: 11_802_302n, netMinor: 11_187_187n, hours: 144 },
  ]);

  // The same figures, from the other side: the order's settled waterfall and its postings.
  const waterfall = await settledWaterfall(deps, { orderId });
  expect(waterfall).toMatchObject({
    priceMinor: 11_802_302n,
    netMinor: 11_187_187n,
    shared: { costsMinor: 187_187n, membersMinor: 11_000_000n, members: 11 },
  });
  const postings = await orderPostings(deps, { orderId });
  expect(postings.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)).toBe(0n);

  const seen = await cooperativePage(deps, { actor: officer, cooperativeId });
  expect(seen.baselines.map(({ referenceBps, inForce }) => [referenceBps, inForce])).toEqual([
    [8000, true],
    [7500, false],
  ]);
  expect(
    JSON.stringify(seen, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)),
  ).not.toContain('Member 3');
});
