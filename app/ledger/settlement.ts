import type { Currency } from '#app/money/currency';
import type { AccountRef } from './chart-of-accounts';
import { withoutZeros, type EntryInput } from './entry';

/**
 * What Stripe made of a movement where its account holds another currency than the order's. Signed like the
 * movement: negative leaves the balance.
 */
export type Settlement = {
  currency: Currency;
  amountMinor: bigint;
  feeMinor: bigint;
  /** Stripe's exchange rate, as it says it. */
  rate: string | null;
  /** What the same sum brought when it was paid: the amount itself for a payment. */
  bookMinor: bigint;
};

/**
 * The entries of one movement on the Stripe balance. In the order's own currency it is the entry as given. In
 * another one, the entry keeps the gross in the order's currency, and a second entry holds the net in the
 * account's: an account of exchange stands for the other half in each, since an entry has one currency. What
 * a later rate makes dearer or cheaper than the payment has an account of its own.
 */
export function settledEntries(entry: EntryInput, settlement: Settlement | null, feeAccount: AccountRef): EntryInput[] {
  if (!settlement) return [entry];
  const { currency, amountMinor, feeMinor, rate, bookMinor } = settlement;
  const memo = { ...entry.memo, settledIn: currency, ...(rate === null ? {} : { rate }) };
  return [
    {
      ...entry,
      memo,
      postings: entry.postings.map((posting) =>
        posting.account.code === 'stripe-balance'
          ? { ...posting, account: { code: 'currency-exchange' as const } }
          : posting,
      ),
    },
    {
      key: `${entry.key}:settled`,
      kind: 'money-exchanged',
      orderId: entry.orderId,
      currency,
      occurredAt: entry.occurredAt,
      memo,
      postings: withoutZeros([
        { account: { code: 'stripe-balance' }, amountMinor: amountMinor - feeMinor },
        { account: feeAccount, amountMinor: feeMinor },
        { account: { code: 'currency-exchange' }, amountMinor: -bookMinor },
        { account: { code: 'exchange-difference' }, amountMinor: bookMinor - amountMinor },
      ]),
    },
  ];
}

/**
 * A part of what a payment brought, half up: what a return of `partMinor` of `grossMinor` stands for at the
 * rate of the payment.
 */
export function bookValue(partMinor: bigint, payment: { grossMinor: bigint; settledMinor: bigint }): bigint {
  const { grossMinor, settledMinor } = payment;
  const negative = partMinor < 0n;
  const part = negative ? -partMinor : partMinor;
  const value = (2n * part * settledMinor + grossMinor) / (2n * grossMinor);
  return negative ? -value : value;
}
