import type { Actor } from '#app/identity/actor';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import type { ChargeReturns } from '#app/payments/checkout/read-charge-returns.server';
import type { OrderState } from '#app/trading/lifecycle/order-lifecycle';
import { cancelOrder } from '#app/trading/orders/cancel-order.server';
import { confirmDelivery } from '#app/trading/orders/confirm-delivery.server';
import { confirmPayout } from '#app/trading/settlement/confirm-payout.server';
import { expireOrder } from '#app/trading/take-payment/expire-order.server';
import { totalOf } from '#app/trading/lifecycle/order-entries';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { recordPayment } from '#app/trading/take-payment/record-payment.server';
import { recordReturns } from '#app/trading/returned-money/record-returns.server';
import { shipOrder } from '#app/trading/orders/ship-order.server';
import { approvePayout } from '#app/payments/approve-payout/approve-payout.server';
import { preparePayout } from '#app/payments/prepare-payout/prepare-payout.server';
import type { Result } from '#app/platform/result';
import { setTerms } from './set-terms';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import type { TestDeps } from '#tests/support/test-deps';

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.value;
}

/**
 * A programme with two staff, an accepted cooperative with its charges and payout account, an accepted buyer,
 * real prices.
 */
export async function market(deps: TestDeps) {
  await loadSnapshot(deps);
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'controller'] });
  const programmeId = programme.organisationId;
  const cooperative = await testOrganisation(deps, {
    kind: 'cooperative',
    roles: ['manager', 'treasurer'],
    programmeId,
    countryCode: 'TZ',
  });
  const buyer = await testOrganisation(deps, { kind: 'buyer', roles: ['purchaser'], programmeId });
  const stranger = await testOrganisation(deps, { kind: 'buyer', roles: ['purchaser'], programmeId });
  for (const { organisationId } of [cooperative, buyer, stranger]) await acceptOrganisation(deps, organisationId);
  const now = deps.clock.now();
  const cooperativeId = cooperative.organisationId;
  const rule = { cooperativeId, currency: 'USD', source: 'Mining Act', activeFrom: new Date('2020-01-01') };
  const royalty = { kind: 'royalty', payee: 'Mining Commission', basis: '3% of the price', rateBps: 300 };
  await deps.db.chargeRule.createMany({
    data: [
      { ...rule, ...royalty, id: deps.newId() },
      { ...rule, id: deps.newId(), kind: 'assay', payee: 'Geita Assay Office', basis: 'per lot', fixedMinor: 25_000n },
    ],
  });
  await deps.db.payoutDestination.create({
    data: {
      id: deps.newId(),
      organisationId: cooperativeId,
      method: 'bank',
      provider: 'CRDB',
      holder: 'Cooperative',
      accountNumber: '0150123456789',
      recordedById: cooperative.as.manager.userId,
      recordedAt: now,
      verifiedById: programme.as.officer.userId,
      verifiedAt: now,
    },
  });
  await deps.db.baseline.create({
    data: {
      id: deps.newId(),
      cooperativeId,
      mineral: 'gold',
      form: 'dore',
      referenceBps: 7500,
      source: 'survey',
      recordedOn: new Date('2025-01-01'),
      recordedById: programme.as.officer.userId,
      recordedAt: now,
    },
  });
  // A bar of gold by card: what is above the limit of the default has tests of its own.
  await setTerms(deps, { programmeId, officer: programme.as.officer, controller: programme.as.controller });
  const proof = deps.newId();
  await deps.db.document.create({
    data: {
      id: proof,
      organisationId: programmeId,
      kind: 'payout-proof',
      fileName: 'transfer.pdf',
      contentType: 'application/pdf',
      sizeBytes: 10,
      sha256: '0'.repeat(64),
      storageKey: proof,
      uploadedById: programme.as.controller.userId,
      uploadedAt: now,
    },
  });
  const people = {
    buyer: buyer.as.purchaser,
    stranger: stranger.as.purchaser,
    manager: cooperative.as.manager,
    treasurer: cooperative.as.treasurer,
    officer: programme.as.officer,
    controller: programme.as.controller,
  } satisfies Record<string, Actor>;

  async function lot({ divisible = false, askMinor = 11_802_302n, quantity = '1000' } = {}): Promise<string> {
    const id = deps.newId();
    await deps.db.lot.create({
      data: {
        ...{
          id,
          number: `L-${id.slice(-8)}`,
          cooperativeId,
          divisible,
          askMinor,
          quantity,
          availableQuantity: quantity,
        },
        mineral: 'gold',
        form: 'dore',
        stage: 'refined',
        title: 'Gold doré, 1,000 g, 900 fine',
        unit: 'g',
        grades: [{ element: 'Au', value: '900', unit: 'permil' }],
        originCountry: 'TZ',
        originDistrict: 'Geita',
        incoterm: 'FCA',
        incotermPlace: 'Mwanza',
        currency: 'USD',
        leadTimeDays: 7,
        certificates: [],
        state: 'listed',
        createdById: people.manager.userId,
        createdAt: now,
        listedAt: now,
      },
    });
    return id;
  }

  const place = (lotId: string, change: Partial<Parameters<typeof placeOrder>[1]> = {}) =>
    placeOrder(deps, {
      actor: people.buyer,
      lotId,
      quantity: '',
      shownPriceMinor: null,
      termsAccepted: true,
      requestId: deps.newId(),
      ...change,
    });
  const order = (orderId: string) => deps.db.order.findUniqueOrThrow({ where: { id: orderId } });
  const pay = async (orderId: string, chargeId = `ch_${orderId}`) => {
    return recordPayment(deps, {
      orderId,
      chargeId,
      amountMinor: totalOf(await order(orderId)),
      feeMinor: 342_297n,
      occurredAt: deps.clock.now(),
    });
  };
  const movement = (id: string, grossMinor: bigint, feeMinor = 0n) => ({
    ...{ id, grossMinor, feeMinor },
    settlement: null,
    occurredAt: deps.clock.now(),
  });
  /** What Stripe would say of money that left a charge again. */
  async function returned(orderId: string, change: Partial<ChargeReturns>) {
    const { priceMinor } = await order(orderId);
    const nothing = {
      chargeId: `ch_${orderId}`,
      currency: 'USD' as const,
      refunds: [],
      failedRefunds: [],
      disputes: [],
    };
    return recordReturns(deps, { orderId, returns: { ...nothing, grossMinor: priceMinor, ...change } });
  }
  async function dispute(orderId: string, status: 'open' | 'won' | 'lost') {
    const { priceMinor } = await order(orderId);
    return returned(orderId, {
      disputes: [
        {
          id: `du_${orderId}`,
          amountMinor: priceMinor,
          reason: 'fraudulent',
          status,
          openedAt: deps.clock.now(),
          evidenceDueAt: new Date(deps.clock.now().getTime() + 9 * 24 * 3600 * 1000),
          movements: [
            movement(`txn_out_${orderId}`, -priceMinor, 1_500n),
            ...(status === 'won' ? [movement(`txn_in_${orderId}`, priceMinor)] : []),
          ],
        },
      ],
    });
  }

  const steps = {
    cancel: (orderId: string, actor = people.buyer) =>
      cancelOrder(deps, { actor, orderId, reason: 'changed plans', requestId: deps.newId() }),
    ship: (orderId: string, actor = people.manager) =>
      shipOrder(deps, {
        actor,
        orderId,
        carrier: 'Brinks',
        reference: 'BR-1',
        shippedOn: deps.clock.now().toISOString().slice(0, 10),
        requestId: deps.newId(),
      }),
    confirm: (orderId: string, actor = people.buyer) =>
      confirmDelivery(deps, { actor, orderId, agreed: true, note: '', requestId: deps.newId() }),
    prepare: (orderId: string, actor: Actor = people.officer) =>
      preparePayout(deps, { actor, orderId, requestId: deps.newId() }),
    approve: (payoutId: string, actor: Actor = people.controller) =>
      approvePayout(deps, {
        actor,
        payoutId,
        reference: 'TT-1',
        proof: { documentId: proof },
        requestId: deps.newId(),
      }),
    receive: (payoutId: string, received: string, actor: Actor = people.treasurer) =>
      confirmPayout(deps, { actor, payoutId, received, note: '', requestId: deps.newId() }),
    expire: async (orderId: string) => {
      const { payBy } = await order(orderId);
      const before = deps.clock.now();
      deps.clock.set(payBy.toISOString());
      const outcome = await expireOrder(deps, { orderId });
      deps.clock.set(before.toISOString());
      return outcome;
    },
    refund: async (orderId: string) => {
      const amountMinor = totalOf(await order(orderId));
      await pay(orderId, `late_${orderId}`);
      await returned(orderId, {
        chargeId: `late_${orderId}`,
        refunds: [{ id: `re_${orderId}`, amountMinor, movement: movement(`txn_${orderId}`, -amountMinor) }],
      });
    },
  };

  async function payoutOf(orderId: string) {
    const { payoutId } = must(await steps.prepare(orderId));
    must(await steps.approve(payoutId));
    return payoutId;
  }

  /** An order that lived until it reached the state, by its use cases. */
  async function orderIn(state: OrderState): Promise<string> {
    const { orderId } = must(await place(await lot()));
    if (state === 'placed') return orderId;
    if (state === 'expired' || state === 'refunded') await steps.expire(orderId);
    if (state === 'refunded') await steps.refund(orderId);
    if (state === 'cancelled') must(await steps.cancel(orderId));
    if (['expired', 'refunded', 'cancelled'].includes(state)) return orderId;
    await pay(orderId);
    if (state === 'lost') await dispute(orderId, 'lost');
    if (state === 'lost') return orderId;
    if (state === 'paid') return orderId;
    must(await steps.ship(orderId));
    if (state === 'shipped') return orderId;
    must(await steps.confirm(orderId));
    if (state === 'delivered') return orderId;
    must(await steps.receive(await payoutOf(orderId), '111871.87'));
    return orderId;
  }

  return {
    ...people,
    programmeId,
    cooperativeId,
    proof,
    lot,
    place,
    order,
    pay,
    steps,
    orderIn,
    payoutOf,
    returned,
    movement,
    dispute,
  };
}
