import type { AccountCode } from '../chart-of-accounts';
import type { EntryKind, Part } from '../entry';

/** Message keys for the codes of this room, written out so that a missing word is found. */
export const PART_LABEL = {
  net: 'ledger:part.net',
  royalty: 'ledger:part.royalty',
  assay: 'ledger:part.assay',
  transport: 'ledger:part.transport',
  export: 'ledger:part.export',
  other: 'ledger:part.other',
  fee: 'ledger:part.fee',
  'payment-cost': 'ledger:part.paymentCost',
  cost: 'ledger:part.cost',
  community: 'ledger:part.community',
  member: 'ledger:part.member',
} as const satisfies Record<Part, string>;

export const ENTRY_LABEL = {
  'order-placed': 'ledger:entry.orderPlaced',
  'payment-received': 'ledger:entry.paymentReceived',
  'delivery-settled': 'ledger:entry.deliverySettled',
  'payout-sent': 'ledger:entry.payoutSent',
  'payout-confirmed': 'ledger:entry.payoutConfirmed',
  'proceeds-received': 'ledger:entry.proceedsReceived',
  'proceeds-shared': 'ledger:entry.proceedsShared',
  'member-paid': 'ledger:entry.memberPaid',
  'late-payment': 'ledger:entry.latePayment',
  'payment-refunded': 'ledger:entry.paymentRefunded',
  reversal: 'ledger:entry.reversal',
} as const satisfies Record<EntryKind, string>;

export const ACCOUNT_LABEL = {
  'stripe-balance': 'ledger:account.stripeBalance',
  bank: 'ledger:account.bank',
  'mobile-money': 'ledger:account.mobileMoney',
  'buyer-receivable': 'ledger:account.buyerReceivable',
  'held-for-order': 'ledger:account.heldForOrder',
  'payable-to-cooperative': 'ledger:account.payableToCooperative',
  'payable-royalty': 'ledger:account.payableRoyalty',
  'payable-assayer': 'ledger:account.payableAssayer',
  'payable-carrier': 'ledger:account.payableCarrier',
  'payable-export': 'ledger:account.payableExport',
  'payable-other': 'ledger:account.payableOther',
  'payable-buyer-refund': 'ledger:account.payableBuyerRefund',
  'payouts-in-transit': 'ledger:account.payoutsInTransit',
  'platform-fee-revenue': 'ledger:account.platformFeeRevenue',
  'payment-fees': 'ledger:account.paymentFees',
  'payment-cost-cover': 'ledger:account.paymentCostCover',
  'payment-cost-difference': 'ledger:account.paymentCostDifference',
  'owed-by-platform': 'ledger:account.owedByPlatform',
  'chargeback-loss': 'ledger:account.chargebackLoss',
  'cooperative-cash': 'ledger:account.cooperativeCash',
  'cooperative-proceeds': 'ledger:account.cooperativeProceeds',
  'production-cost': 'ledger:account.productionCost',
  'community-fund': 'ledger:account.communityFund',
  'payable-to-member': 'ledger:account.payableToMember',
} as const satisfies Record<AccountCode, string>;
