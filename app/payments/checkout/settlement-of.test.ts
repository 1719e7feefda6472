import { describe, expect, it } from 'vitest';
import { bookValue, settledEntries } from '#app/ledger/settlement';
import { entryFault, type EntryInput } from '#app/ledger/entry';
import { settlementOf } from './settlement-of';

describe('a payment that Stripe settles in another currency', () => {
  // KES 1,000.00 on an account in US dollars, as Stripe answers it.
  const movement = { amount: 772, fee: 53, currency: 'usd', exchange_rate: 0.00772 };
  const entry: EntryInput = {
    key: 'charge:ch_1:received',
    kind: 'payment-received',
    currency: 'KES',
    occurredAt: new Date(0),
    postings: [
      { account: { code: 'stripe-balance' }, amountMinor: 100_000n },
      { account: { code: 'buyer-receivable', ownerId: 'b' }, amountMinor: -100_000n },
    ],
  };

  it('keeps gross, net, fee and rate as Stripe says them', () => {
    const settlement = settlementOf('kes', movement);
    expect(settlement).toEqual({
      currency: 'USD',
      amountMinor: 772n,
      feeMinor: 53n,
      rate: '0.00772',
      bookMinor: 772n,
    });
    const entries = settledEntries(entry, settlement, { code: 'payment-fees' });
    expect(entries.map(entryFault)).toEqual([null, null]);
    expect(entries.map(({ currency, postings }) => [currency, postings.map(({ amountMinor }) => amountMinor)])).toEqual(
      [
        ['KES', [100_000n, -100_000n]],
        ['USD', [719n, 53n, -772n]],
      ],
    );
  });

  it('is one entry where the account holds the order’s currency', () => {
    expect(settlementOf('usd', movement)).toBeNull();
    expect(settledEntries(entry, null, { code: 'payment-fees' })).toEqual([entry]);
  });

  it('values what goes back by what it had brought, half up, in both directions', () => {
    const payment = { grossMinor: 100_000n, settledMinor: 772n };
    expect(bookValue(-100_000n, payment)).toBe(-772n);
    expect(bookValue(50_000n, payment)).toBe(386n);
    expect([bookValue(65n, payment), bookValue(64n, payment), bookValue(-65n, payment)]).toEqual([1n, 0n, -1n]);
  });
});
