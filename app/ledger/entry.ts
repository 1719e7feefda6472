import type { Currency } from '#app/money/currency';
import { CHART, type AccountRef } from './chart-of-accounts';

/** What happened, as the journal names it. */
export const ENTRY_KINDS = [
  'order-placed',
  'payment-received',
  'delivery-settled',
  'payout-sent',
  'payout-confirmed',
  'proceeds-received',
  'proceeds-shared',
  'member-paid',
  'late-payment',
  'payment-refunded',
  'refund-failed',
  'dispute-withdrawn',
  'dispute-returned',
  'dispute-ended',
  'refund-outside',
  'refund-ended',
  'money-exchanged',
  'payout-part-arrived',
  'payout-rest-owed',
  'proceeds-part-received',
  'payout-bank-cost',
  'reversal',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The waterfall part that a posting belongs to. */
export const PARTS = [
  'royalty',
  'assay',
  'transport',
  'export',
  'other',
  'fee',
  'payment-cost',
  'net',
  'bank-cost',
  'cost',
  'community',
  'member',
] as const;
export type Part = (typeof PARTS)[number];

export type PostingInput = {
  account: AccountRef;
  /** Signed: debit positive, credit negative. Never zero. */
  amountMinor: bigint;
  part?: Part;
  /** The order a posting counts for. The entry's own where it is left out. */
  orderId?: string;
};

export type EntryInput = {
  /** Names the event in the world, such as `order:<id>:placed`: it posts once, ever. */
  key: string;
  kind: EntryKind;
  orderId?: string;
  currency: Currency;
  occurredAt: Date;
  postings: readonly PostingInput[];
  memo?: Record<string, string>;
  /** Id of the entry that this one mirrors. */
  reverses?: string;
};

export type EntryFault =
  | 'too-few-postings'
  | 'zero-posting'
  | 'unbalanced'
  | 'owner-missing'
  | 'owner-unexpected'
  | 'part-missing'
  | 'two-books';

/** The first rule of the journal that the entry breaks, or null. */
export function entryFault({ postings }: EntryInput): EntryFault | null {
  if (postings.length < 2) return 'too-few-postings';
  for (const { account, amountMinor, part } of postings) {
    const { owner } = CHART[account.code];
    const named = account.ownerId !== undefined && account.ownerId.trim() !== '';
    if (amountMinor === 0n) return 'zero-posting';
    if (owner === 'none' && account.ownerId !== undefined) return 'owner-unexpected';
    if (owner !== 'none' && !named) return 'owner-missing';
    // A deduction without a name cannot post.
    if (owner === 'payee' && part === undefined) return 'part-missing';
  }
  const books = new Set(postings.map(({ account }) => CHART[account.code].book));
  if (books.size > 1) return 'two-books';
  return postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0n) === 0n ? null : 'unbalanced';
}

/**
 * The text that is hashed to tell a repeat from a second, different use of a key. `occurredAt` is left out: a
 * retry comes later, its money is the same.
 */
export function entryText({ kind, orderId, currency, postings, memo = {}, reverses }: EntryInput): string {
  const lines = postings.map((posting) => [
    posting.account.code,
    posting.account.ownerId ?? null,
    posting.amountMinor.toString(),
    posting.part ?? null,
    posting.orderId ?? null,
  ]);
  const notes = Object.entries(memo).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([kind, orderId ?? null, currency, reverses ?? null, notes, lines]);
}

/**
 * Where one side of an entry may be nothing (a payment without a fee): zero lines are left out, they say
 * nothing.
 */
export function withoutZeros(postings: readonly PostingInput[]): PostingInput[] {
  return postings.filter(({ amountMinor }) => amountMinor !== 0n);
}
