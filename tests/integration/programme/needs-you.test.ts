import { describe, expect, it } from 'vitest';
import { needsYou } from '#app/programme/overview/needs-you.server';
import { waitingProceeds } from '#app/front/today/waiting-proceeds.server';
import { moneyOnItsWay } from '#app/front/today/coming-money.server';
import { colleagueOf, testOrganisation } from '#tests/support/people';
import { lotRow, orderRow } from '#tests/support/rows';
import { testDeps } from '#tests/support/test-deps';
import { settledOrder } from './settled-order';

describe('what waits', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const programmeId = programme.organisationId;
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['treasurer'],
    programmeId,
    name: 'Clay Makers',
  });
  const cooperativeId = cooperative.organisationId;
  const sale = {
    programmeId,
    cooperativeId,
    priceMinor: 10_000n,
    deliveredAt: '2026-05-20T08:00:00Z',
    moneyAt: '2026-05-25T08:00:00Z',
  };

  it('is nothing at first', async () => {
    expect(await needsYou(deps, { programmeId })).toEqual([]);
    expect(await waitingProceeds(deps, { cooperativeId })).toEqual([]);
  });

  it('is counted by kind, the longest waiting by name', async () => {
    await deps.db.application.update({
      where: { organisationId: cooperativeId },
      data: { state: 'submitted', submittedAt: new Date('2026-05-30T08:00:00Z') },
    });
    const first = await settledOrder(deps, { ...sale, verdict: 'below-floor' });
    await settledOrder(deps, { ...sale, verdict: 'below-floor', deliveredAt: '2026-05-24T08:00:00Z' });
    await settledOrder(deps, { ...sale, verdict: 'below-floor', deliveredAt: '2026-04-01T08:00:00Z' });
    await deps.db.order.update({ where: { id: first.orderId }, data: { state: 'delivered' } });
    const needs = await needsYou(deps, { programmeId });
    expect(needs.map(({ need, count, first: { name } }) => [need, count, name])).toEqual([
      ['prepare-payout', 1, first.number],
      ['under-floor', 2, first.number],
      ['application', 1, 'Clay Makers'],
    ]);
    expect(await needsYou(deps, { programmeId: deps.newId() })).toEqual([]);
  });

  it('tells a payout that a second person must approve from one that is late', async () => {
    const destination = await deps.db.payoutDestination.create({
      data: {
        id: deps.newId(),
        organisationId: cooperativeId,
        method: 'bank',
        provider: 'Bank',
        holder: 'Clay Makers',
        accountNumber: '1',
        recordedById: cooperative.as.treasurer.userId,
        recordedAt: deps.clock.now(),
      },
    });
    const { userId: preparedById } = programme.as.officer;
    const { userId: approvedById } = await colleagueOf(deps, programme.as.officer);
    const payout = async (approvedAt: string | null) => {
      const id = deps.newId();
      await deps.db.payout.create({
        data: {
          ...{
            id,
            number: `P-${id.slice(-6)}`,
            orderId: await orderRow(deps, { cooperativeId, programmeId }),
            cooperativeId,
            programmeId,
            destinationId: destination.id,
            amountMinor: 5n,
            currency: 'USD',
          },
          state: approvedAt ? 'approved' : 'prepared',
          preparedById,
          preparedAt: new Date('2026-05-28T08:00:00Z'),
          ...(approvedAt ? { approvedById, approvedAt: new Date(approvedAt) } : {}),
        },
      });
    };
    await payout(null);
    await payout('2026-05-30T08:00:00Z');
    await payout('2026-06-01T08:00:00Z');
    const needs = await needsYou(deps, { programmeId });
    expect(needs.filter(({ need }) => need.includes('payout')).map(({ need, count }) => [need, count])).toEqual([
      ['late-payout', 1],
      ['approve-payout', 1],
      ['prepare-payout', 1],
    ]);
  });

  it('names a lot by its facts, so that everybody reads its title in his own language', async () => {
    const facts = { mineral: 'tin', form: 'concentrate', grades: [{ element: 'Sn', value: '60', unit: '%' }] };
    const id = await lotRow(deps, {
      ...{ ...facts, cooperativeId, number: 'L-TIN', title: 'Ore ya bati', stage: 'concentrate' },
      ...{ quantity: '12.5', availableQuantity: '12.5', unit: 't', state: 'submitted' },
    });
    const lots = (await needsYou(deps, { programmeId })).filter(({ need }) => need === 'lot');
    expect(lots.map(({ count, first }) => [count, first.id, first.lot])).toEqual([
      [1, id, { ...facts, quantity: '12.5', unit: 't' }],
    ]);
  });

  it('shows a cooperative the money to share, and the money still on its way after every charge', async () => {
    const charged = await settledOrder(deps, { ...sale, royaltyMinor: 300n, feeBps: 200 });
    const toShare = await waitingProceeds(deps, { cooperativeId });
    expect(toShare.find(({ orderId }) => orderId === charged.orderId)).toMatchObject({
      amountMinor: 9_500n,
      currency: 'USD',
    });
    await deps.db.orderCharge.create({
      data: {
        id: deps.newId(),
        orderId: charged.orderId,
        position: 0,
        kind: 'royalty',
        payee: 'Mining authority',
        basis: '3%',
        amountMinor: 300n,
      },
    });
    await deps.db.order.update({
      where: { id: charged.orderId },
      data: { state: 'shipped', shippedAt: new Date('2026-05-15T08:00:00Z') },
    });
    const coming = await moneyOnItsWay(deps, { cooperativeId });
    expect(coming.find(({ orderId }) => orderId === charged.orderId)).toMatchObject({
      stage: 'shipped',
      amountMinor: 9_500n,
      payoutId: null,
    });
    expect((await waitingProceeds(deps, { cooperativeId })).some(({ orderId }) => orderId === charged.orderId)).toBe(
      false,
    );
  });
});
