import { wireAmount, wireTime } from '../rules/wire-amount';
import type { WireObject } from './rows';

export type CashRow = {
  id: string;
  customerId: string;
  currency: string;
  type: string;
  netMinor: bigint;
  endingMinor: bigint;
  reference: string | null;
  paymentIntentId: string | null;
  createdAt: Date;
};

/** One movement of a customer's cash balance, in Stripe's shape. */
export function buildCashTransaction(row: CashRow): WireObject {
  const { type, paymentIntentId, reference } = row;
  return {
    id: row.id,
    object: 'customer_cash_balance_transaction',
    created: wireTime(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    ending_balance: wireAmount(row.endingMinor),
    livemode: false,
    net_amount: wireAmount(row.netMinor),
    type,
    ...(type === 'funded' ? { funded: { bank_transfer: { reference, type: 'us_bank_transfer' } } } : {}),
    ...(paymentIntentId === null ? {} : { [type]: { payment_intent: paymentIntentId } }),
  };
}

export function buildCashBalance(customerId: string, sums: { currency: string; minor: bigint }[]): WireObject {
  const there = sums.filter(({ minor }) => minor > 0n);
  return {
    object: 'cash_balance',
    available:
      there.length === 0 ? null : Object.fromEntries(there.map(({ currency, minor }) => [currency, wireAmount(minor)])),
    customer: customerId,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
  };
}
