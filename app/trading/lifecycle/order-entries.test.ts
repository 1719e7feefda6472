import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryFault, type EntryInput } from '#app/ledger/entry';
import { planWaterfall } from '#app/ledger/waterfall/plan-waterfall';
import { money } from '#app/money/money';
import { withPaymentCost } from '#app/ledger/waterfall/payment-cost';
import { paymentCostMinor as paymentCostMinorOf } from '#app/payments/limits/payment-cost';
import { sandboxFeeMinor } from '#app/stripe-sandbox/rules/sandbox-fee';
import { lateRefundEntries } from '../returned-money/returned-money-entries';
import {
  frozenPlan,
  latePaymentEntry,
  paymentEntry,
  placedEntry,
  settlementEntry,
  totalOf,
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
  method: fc.constantFrom('card' as const, 'transfer' as const),
  costBearer: fc.constantFrom('buyer' as const, 'platform' as const),
});
const COST_BPS = { card: 290, transfer: 50 };

type Sale = typeof sales extends fc.Arbitrary<infer T> ? T : never;

/**
 * The order of a sale. Null where its charges leave nothing, or the platform's fee does not cover the
 * payment.
 */
function orderOf({ priceMinor, feeBps, charges: terms, method, costBearer }: Sale) {
  const plan = planWaterfall({ price: money(priceMinor, 'USD'), charges: terms, feeBps });
  if (!plan.ok) return null;
  const paymentCostMinor = paymentCostMinorOf({
    priceMinor,
    currency: 'USD',
    method,
    bearer: costBearer,
    costBps: COST_BPS,
  });
  const paid = withPaymentCost(plan.value, { bearer: costBearer, costMinor: paymentCostMinor });
  if (!paid.ok) return null;
  const ids = { id: 'o', buyerId: 'b', cooperativeId: 'c' };
  const order: OrderMoney = { ...ids, priceMinor, currency: 'USD', feeBps, paymentCostMinor, costBearer };
  return { order, plan: paid.value, frozen: plan.value.charges };
}

const OUTWARD = [
  'held-for-order',
  'payable-to-cooperative',
  'payable-royalty',
  'payable-assayer',
  'payable-carrier',
  'payable-buyer-refund',
];

/**
 * What came in and is still there, and what the platform itself must put in, less what is owed to anybody
 * else.
 */
function standing(entries: readonly EntryInput[], fee = 0n): bigint {
  const postings = entries.flatMap((entry) => entry.postings);
  const sum = (codes: readonly string[]) =>
    postings
      .filter(({ account }) => codes.includes(account.code))
      .reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return sum(['stripe-balance', 'owed-by-platform']) + sum(OUTWARD) + fee;
}

describe('the entries of an order', () => {
  it('settle what was planned, to the cent, and balance, for any price, charges, fee and way of paying', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const made = orderOf(sale);
        if (!made) return;
        const { order, plan, frozen } = made;
        expect(frozenPlan(order, frozen).parts).toEqual(plan.parts);
        expect(plan.parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(totalOf(order));
        const settled = settlementEntry(order, frozen, at).postings.filter(({ part }) => part !== undefined);
        const lines = (parts: readonly { part?: string; amountMinor: bigint }[], sign: bigint) =>
          parts.map(({ part, amountMinor }) => [part, sign * amountMinor]);
        expect(lines(settled, -1n)).toEqual(lines(plan.parts, 1n));
      }),
    );
  });

  it('never leave what is owed to others short of what was received, whatever the fee', () => {
    const histories = fc.record({
      sale: sales,
      // What the partner took in the end: as the sandbox does, less, or far more than was ever planned.
      takes: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 4000 })),
      isLate: fc.boolean(),
    });
    fc.assert(
      fc.property(histories, ({ sale, takes, isLate }) => {
        const made = orderOf(sale);
        if (!made) return;
        const { order, frozen } = made;
        const total = totalOf(order);
        const kind = sale.method === 'card' ? 'card' : 'bank';
        const feeMinor = takes === null ? sandboxFeeMinor(total, kind) : (total * BigInt(takes)) / 10_000n;
        const payment = { chargeId: 'ch', amountMinor: total, feeMinor, occurredAt: at };
        const movement = { id: 'txn', grossMinor: -total, feeMinor: 0n, settlement: null, occurredAt: at };
        const refund = { chargeId: 'ch', refundId: 're', whole: true, movement };
        const steps = isLate
          ? [latePaymentEntry(order, payment), ...lateRefundEntries(order, refund)]
          : [placedEntry(order, at), paymentEntry(order, payment), settlementEntry(order, frozen, at)];
        for (const entry of steps) expect(entryFault(entry)).toBeNull();
        // Before the money came a placed order owes nothing outward: what is held is only promised.
        const done = isLate ? 1 : 2;
        // The platform's own fee is held with the price until the delivery, and is owed to nobody else.
        const ownFee = frozenPlan(order, frozen).feeMinor;
        expect(standing(steps.slice(0, done), isLate ? 0n : ownFee) >= 0n).toBe(true);
        expect(standing(steps) >= 0n).toBe(true);
        const short = steps
          .flatMap(({ postings }) => postings)
          .filter(({ account }) => account.code === 'owed-by-platform')
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        // The ceiling holds for the partner's usual fee: then the platform owes nothing itself.
        if (takes === null && !isLate) expect(short).toBe(0n);
      }),
    );
  });

  it('keeps the plan of an order from before, whose fee the platform bears', () => {
    const order: OrderMoney = {
      ...{ id: 'o', buyerId: 'b', cooperativeId: 'c', priceMinor: 1_362_084n, currency: 'USD', feeBps: 200 },
      ...{ paymentCostMinor: 0n, costBearer: null },
    };
    const payment = { chargeId: 'ch', amountMinor: 1_362_084n, feeMinor: 39_530n, occurredAt: at };
    const entries = [placedEntry(order, at), paymentEntry(order, payment), settlementEntry(order, [], at)];
    expect(entries[1]?.postings.map(({ account, amountMinor }) => [account.code, amountMinor])).toEqual([
      ['stripe-balance', 1_322_554n],
      ['payment-fees', 27_242n],
      // Nobody who is owed money is short of it: the platform itself is.
      ['owed-by-platform', 12_288n],
      ['buyer-receivable', -1_362_084n],
    ]);
    expect(entries[2]?.postings).toHaveLength(3);
    expect(standing(entries)).toBe(0n);
  });
});
