import { postEntry } from '#app/ledger/post-entry.server';
import type { EntryInput } from '#app/ledger/entry';
import { arrivedEntry, proceedsEntry, sentEntry } from '#app/payments/payouts/payout-entries';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { placedEntry, paymentEntry, settlementEntry } from '#app/trading/lifecycle/order-entries';
import { orderRow, organisationRow } from '#tests/support/rows';
import type { TestDeps } from '#tests/support/test-deps';

export type SettledOrder = {
  programmeId: string;
  cooperativeId: string;
  priceMinor: bigint;
  currency?: string;
  /** US dollars for one unit of the currency. */
  usdRate?: string | null;
  royaltyMinor?: bigint;
  feeBps?: number;
  referenceMinor?: bigint | null;
  baselineMinor?: bigint | null;
  verdict?: string | null;
  deliveredAt: string;
  moneyAt: string;
};

/**
 * An order whose money reached the cooperative, with figures chosen by a test: the frozen row, and the
 * entries that the use cases post. For figures that are worked out by hand, in currencies and on days that a
 * walk through the use cases would not give.
 */
export async function settledOrder(
  deps: TestDeps,
  sale: SettledOrder,
): Promise<{ orderId: string; number: string; netMinor: bigint }> {
  const {
    programmeId,
    cooperativeId,
    priceMinor,
    currency = 'USD',
    usdRate = '1',
    royaltyMinor = 0n,
    feeBps = 0,
  } = sale;
  const [deliveredAt, moneyAt] = [new Date(sale.deliveredAt), new Date(sale.moneyAt)];
  const [id, buyerId] = [deps.newId(), await organisationRow(deps)];
  const number = `T-${id.slice(-8)}`;
  await orderRow(deps, {
    ...{ id, number, cooperativeId, buyerId, programmeId, priceMinor, currency, usdRate, feeBps },
    referenceMinor: sale.referenceMinor ?? null,
    baselineMinor: sale.baselineMinor ?? null,
    verdict: sale.verdict ?? null,
    state: 'settled',
    placedAt: deliveredAt,
    payBy: deliveredAt,
    deliveredAt,
    settledAt: moneyAt,
  });
  const order = { id, buyerId, cooperativeId, priceMinor, currency, feeBps, paymentCostMinor: 0n, costBearer: null };
  const charges =
    royaltyMinor > 0n ? [{ kind: 'royalty', payee: 'Mining authority', basis: '3%', amountMinor: royaltyMinor }] : [];
  const settlement = settlementEntry(order, charges, deliveredAt);
  const netMinor = -(settlement.postings.find(({ part }) => part === 'net')?.amountMinor ?? 0n);
  const payout = { id: deps.newId(), orderId: id, cooperativeId, amountMinor: netMinor, currency };
  const payment = { chargeId: deps.newId(), amountMinor: priceMinor, feeMinor: 0n, occurredAt: deliveredAt };
  const entries: EntryInput[] = [
    placedEntry(order, deliveredAt),
    paymentEntry(order, payment),
    settlement,
    sentEntry(payout, moneyAt, 'TEST'),
    arrivedEntry(payout, 'bank', moneyAt),
    proceedsEntry(payout, moneyAt),
  ];
  for (const entry of entries) {
    const posted = await inTransaction(deps.db, (tx) => postEntry(tx, deps, entry));
    if (!posted.ok) throw new Error(posted.code);
  }
  return { orderId: id, number, netMinor };
}
