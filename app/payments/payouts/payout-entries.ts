import { asCurrency } from '#app/money/currency';
import type { EntryInput } from '#app/ledger/entry';

export type PayoutMoney = { id: string; orderId: string; cooperativeId: string; amountMinor: bigint; currency: string };

/** Unique per sending: a payout that is taken back is mirrored, and a new one has its own id. */
export const sentKey = (payoutId: string) => `payout:${payoutId}:sent`;

/** Approved: no longer owed to the cooperative, on its way. */
export function sentEntry(payout: PayoutMoney, occurredAt: Date, reference: string): EntryInput {
  return {
    ...base(payout, occurredAt),
    key: sentKey(payout.id),
    kind: 'payout-sent',
    memo: { payout: payout.id, reference },
    postings: [
      {
        account: { code: 'payable-to-cooperative', ownerId: payout.cooperativeId },
        amountMinor: payout.amountMinor,
        part: 'net',
      },
      { account: { code: 'payouts-in-transit' }, amountMinor: -payout.amountMinor },
    ],
  };
}

/** Confirmed: it left the programme's bank or mobile money. */
export function arrivedEntry(payout: PayoutMoney, method: string, occurredAt: Date): EntryInput {
  return {
    ...base(payout, occurredAt),
    key: `payout:${payout.id}:confirmed`,
    kind: 'payout-confirmed',
    memo: { payout: payout.id },
    postings: [
      { account: { code: 'payouts-in-transit' }, amountMinor: payout.amountMinor },
      { account: { code: method === 'mobile-money' ? 'mobile-money' : 'bank' }, amountMinor: -payout.amountMinor },
    ],
  };
}

/** The same money in the cooperative's own book: cash, to be shared out. */
export function proceedsEntry(payout: PayoutMoney, occurredAt: Date): EntryInput {
  return {
    ...base(payout, occurredAt),
    key: `payout:${payout.id}:proceeds`,
    kind: 'proceeds-received',
    memo: { payout: payout.id },
    postings: [
      { account: { code: 'cooperative-cash', ownerId: payout.cooperativeId }, amountMinor: payout.amountMinor },
      {
        account: { code: 'cooperative-proceeds', ownerId: payout.cooperativeId },
        amountMinor: -payout.amountMinor,
        part: 'net',
      },
    ],
  };
}

/**
 * A part arrived: it left the programme's bank or mobile money. The rest is not on its way any more: it is
 * owed again, and sent on its own.
 */
export function partArrivedEntries(
  payout: PayoutMoney,
  { method, receivedMinor, occurredAt }: { method: string; receivedMinor: bigint; occurredAt: Date },
): EntryInput[] {
  const part = { ...payout, amountMinor: receivedMinor };
  const rest = payout.amountMinor - receivedMinor;
  return [
    { ...arrivedEntry(part, method, occurredAt), kind: 'payout-part-arrived' },
    {
      ...base(payout, occurredAt),
      key: `payout:${payout.id}:rest`,
      kind: 'payout-rest-owed',
      memo: { payout: payout.id },
      postings: [
        { account: { code: 'payouts-in-transit' }, amountMinor: rest },
        {
          account: { code: 'payable-to-cooperative', ownerId: payout.cooperativeId },
          amountMinor: -rest,
          part: 'net',
        },
      ],
    },
    { ...proceedsEntry(part, occurredAt), kind: 'proceeds-part-received' },
  ];
}

/** What a bank kept of the money on its way, by its name: the cooperative has so much less to share out. */
export function bankCostEntry(
  payout: PayoutMoney,
  { payee, costMinor, occurredAt }: { payee: string; costMinor: bigint; occurredAt: Date },
): EntryInput {
  return {
    ...base(payout, occurredAt),
    key: `payout:${payout.id}:bank-cost`,
    kind: 'payout-bank-cost',
    memo: { payout: payout.id, payee },
    postings: [
      {
        account: { code: 'cooperative-proceeds', ownerId: payout.cooperativeId },
        amountMinor: costMinor,
        part: 'bank-cost',
      },
      { account: { code: 'cooperative-cash', ownerId: payout.cooperativeId }, amountMinor: -costMinor },
    ],
  };
}

function base(payout: PayoutMoney, occurredAt: Date) {
  return { orderId: payout.orderId, currency: asCurrency(payout.currency), occurredAt };
}
