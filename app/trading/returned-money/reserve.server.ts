import { accountKey, type AccountCode } from '#app/ledger/chart-of-accounts';
import type { Tx } from '#app/platform/db/connect.server';
import type { Order } from '#app/platform/db/generated/client';
import type { Held } from './returned-money-entries';

export type Balance = { currency: string; minor: bigint };

/** What entries under these keys left in an order's reserve, per currency. */
export async function reserveOf(tx: Tx, order: Order, keyPrefixes: readonly string[]): Promise<Balance[]> {
  if (keyPrefixes.length === 0) return [];
  return tx.$queryRaw<Balance[]>`
    SELECT account.currency, sum(posting."amountMinor")::bigint AS minor
      FROM "Posting" posting
      JOIN "JournalEntry" entry ON entry.id = posting."entryId"
      JOIN "LedgerAccount" account ON account.id = posting."accountId"
     WHERE entry."orderId" = ${order.id}::uuid AND account.code = 'returned-money'
       AND EXISTS (SELECT 1 FROM unnest(${[...keyPrefixes]}::text[]) AS prefix WHERE starts_with(entry.key, prefix))
     GROUP BY account.currency
    HAVING sum(posting."amountMinor") <> 0
     ORDER BY account.currency`;
}

/**
 * What taking the order's payment cost and nothing paid for, per currency: with the order over, no price
 * covers it any more.
 */
export async function feesLeft(tx: Tx, order: Order): Promise<Balance[]> {
  return tx.$queryRaw<Balance[]>`
    SELECT account.currency, sum(posting."amountMinor")::bigint AS minor
      FROM "Posting" posting JOIN "LedgerAccount" account ON account.id = posting."accountId"
     WHERE posting."orderId" = ${order.id}::uuid AND account.code = 'payment-fees'
     GROUP BY account.currency
    HAVING sum(posting."amountMinor") > 0
     ORDER BY account.currency`;
}

/** What the order's accounts hold now of its price, and of what the payment cost where the buyer bore it. */
export async function heldFor(tx: Tx, order: Order): Promise<Held> {
  const keyOf = (code: AccountCode) => accountKey({ code, ownerId: order.id }, order.currency);
  const [price, paymentCost] = [keyOf('held-for-order'), keyOf('payment-cost-cover')];
  const accounts = await tx.ledgerAccount.findMany({
    where: { key: { in: [price, paymentCost] } },
    select: { key: true, balanceMinor: true },
  });
  const creditOf = (key: string) => -(accounts.find((account) => account.key === key)?.balanceMinor ?? 0n);
  return { priceMinor: creditOf(price), paymentCostMinor: creditOf(paymentCost) };
}

/** Money left for the cooperative, or may have: from here on a loss of the payment is the platform's own. */
export async function wasPaidOut(tx: Tx, order: Order): Promise<boolean> {
  if (order.state === 'settled') return true;
  const sent = await tx.payout.count({
    where: { orderId: order.id, state: { in: ['approved', 'mismatch', 'accepting', 'partial', 'confirmed'] } },
  });
  return sent > 0;
}
