import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFault } from '#app/ledger/entry';
import { planWaterfall } from '#app/ledger/waterfall/plan-waterfall';
import { money } from '#app/money/money';
import {
  frozenPlan,
  latePaymentEntry,
  paymentEntry,
  placedEntry,
  settlementEntry,
  type OrderMoney,
} from './order-entries';

const at = new Date(0);
const charge = fc.record({
  kind: fc.constantFrom('royalty', 'assay', 'transport'),
  payee: fc.constantFrom('A', 'B'),
  basis: fc.constant('b'),
  rateBps: fc.integer({ min: 0, max: 2000 }),
  fixedMinor: fc.bigInt({ min: 0n, max: 1000n }),
});
const charges = fc.uniqueArray(charge, { maxLength: 4, selector: ({ kind, payee }) => kind + payee });
const sales = fc.record({
  priceMinor: fc.bigInt({ min: 20_000n, max: 10n ** 11n }),
  feeBps: fc.integer({ min: 0, max: 1000 }),
  charges,
});

describe('the entries of an order', () => {
  it('settle what was planned, to the cent, and balance, for any price, charges and fee', () => {
    fc.assert(
      fc.property(sales, fc.bigInt({ min: 0n, max: 900n }), ({ priceMinor, feeBps, charges: terms }, feeMinor) => {
        const order: OrderMoney = { id: 'o', buyerId: 'b', cooperativeId: 'c', priceMinor, currency: 'USD', feeBps };
        const plan = planWaterfall({ price: money(priceMinor, 'USD'), charges: terms, feeBps });
        if (!plan.ok) return;
        const frozen = plan.value.charges;
        expect(frozenPlan(order, frozen).parts).toEqual(plan.value.parts);
        const settlement = settlementEntry(order, frozen, at);
        const credited = settlement.postings.filter(({ amountMinor }) => amountMinor < 0n);
        expect(credited.map(({ part, amountMinor }) => [part, -amountMinor])).toEqual(
          plan.value.parts.map(({ part, amountMinor }) => [part, amountMinor]),
        );
        const payment = { chargeId: 'ch', amountMinor: priceMinor, feeMinor, occurredAt: at };
        const entries = [
          placedEntry(order, at),
          paymentEntry(order, payment),
          latePaymentEntry(order, payment),
          settlement,
        ];
        for (const entry of entries) expect(entryFault(entry)).toBeNull();
      }),
    );
  });
});
