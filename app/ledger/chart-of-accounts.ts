/** Which side makes an account grow. Amounts are signed: debit positive, credit negative. */
export type Side = 'debit' | 'credit';
export type Book = 'platform' | 'cooperative';

type AccountTerms = {
  book: Book;
  side: Side;
  /** Whom an account of this code belongs to. `none` where the platform has one per currency. */
  owner: 'none' | 'organisation' | 'order' | 'payee' | 'member';
  /** May never stand on the other side: money that is not there cannot be promised or paid out. */
  bounded: boolean;
};

/**
 * Every kind of account. A deduction from a price is only possible to a code with `owner: 'payee'` (a named
 * payee), to the platform fee or to the cooperative: there is no account for a deduction without a name.
 */
export const CHART = {
  'stripe-balance': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  bank: { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  'mobile-money': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  'buyer-receivable': { book: 'platform', side: 'debit', owner: 'organisation', bounded: true },
  'held-for-order': { book: 'platform', side: 'credit', owner: 'order', bounded: true },
  'payable-to-cooperative': { book: 'platform', side: 'credit', owner: 'organisation', bounded: true },
  'payable-royalty': { book: 'platform', side: 'credit', owner: 'payee', bounded: true },
  'payable-assayer': { book: 'platform', side: 'credit', owner: 'payee', bounded: true },
  'payable-carrier': { book: 'platform', side: 'credit', owner: 'payee', bounded: true },
  'payable-export': { book: 'platform', side: 'credit', owner: 'payee', bounded: true },
  'payable-other': { book: 'platform', side: 'credit', owner: 'payee', bounded: true },
  'payable-buyer-refund': { book: 'platform', side: 'credit', owner: 'organisation', bounded: true },
  'payouts-in-transit': { book: 'platform', side: 'credit', owner: 'none', bounded: true },
  'platform-fee-revenue': { book: 'platform', side: 'credit', owner: 'none', bounded: false },
  'payment-fees': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  // The buyer's share of the price of a payment, until the delivery settles it.
  'payment-cost-cover': { book: 'platform', side: 'credit', owner: 'order', bounded: true },
  // What the partner took less than planned: the platform's.
  'payment-cost-difference': { book: 'platform', side: 'credit', owner: 'none', bounded: false },
  // What the partner took beyond its cover: the platform puts it in, nobody who is owed money goes short.
  'owed-by-platform': { book: 'platform', side: 'debit', owner: 'none', bounded: true },
  'chargeback-loss': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  /** Money of sold goods that was sent back at Stripe itself and that the platform bears. */
  'refund-loss': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  /** What Stripe took back of an order, until it is known who bears it. */
  'returned-money': { book: 'platform', side: 'debit', owner: 'order', bounded: false },
  /** Joins the two entries of one movement that Stripe changed into another currency: one account in each. */
  'currency-exchange': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  /** What a return cost more than the payment brought, because the rate had moved. */
  'exchange-difference': { book: 'platform', side: 'debit', owner: 'none', bounded: false },
  'cooperative-cash': { book: 'cooperative', side: 'debit', owner: 'organisation', bounded: true },
  'cooperative-proceeds': { book: 'cooperative', side: 'credit', owner: 'organisation', bounded: true },
  'production-cost': { book: 'cooperative', side: 'credit', owner: 'organisation', bounded: false },
  'community-fund': { book: 'cooperative', side: 'credit', owner: 'organisation', bounded: false },
  'payable-to-member': { book: 'cooperative', side: 'credit', owner: 'member', bounded: true },
} as const satisfies Record<string, AccountTerms>;

export type AccountCode = keyof typeof CHART;
export type AccountRef = { code: AccountCode; ownerId?: string };

/** Charges a price can carry by name, and the account that each is owed on. */
export const CHARGE_ACCOUNT = {
  royalty: 'payable-royalty',
  assay: 'payable-assayer',
  transport: 'payable-carrier',
  export: 'payable-export',
  other: 'payable-other',
} as const satisfies Record<string, AccountCode>;

export type ChargeKind = keyof typeof CHARGE_ACCOUNT;
export const CHARGE_KINDS = Object.keys(CHARGE_ACCOUNT) as ChargeKind[];

export function isAccountCode(code: string): code is AccountCode {
  return Object.hasOwn(CHART, code);
}

export function isChargeKind(kind: string): kind is ChargeKind {
  return Object.hasOwn(CHARGE_ACCOUNT, kind);
}

/** The way an account is found: one row per code, owner and currency. */
export function accountKey({ code, ownerId }: AccountRef, currency: string): string {
  return `${code}:${ownerId ?? '-'}:${currency}`;
}

/** True where the balance stands on the side that a bounded account may never reach. */
export function isOverdrawn(code: AccountCode, balanceMinor: bigint): boolean {
  const { bounded, side } = CHART[code];
  return bounded && (side === 'debit' ? balanceMinor < 0n : balanceMinor > 0n);
}
