import { expect } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import type { Deps } from '#app/platform/deps';

/** What must hold of money after any history that went through Stripe: the books, and what the ledger says of Stripe is what Stripe says, in each currency. */
export async function expectMoneyToHold(deps: Pick<Deps, 'db'>): Promise<void> {
  await expectBooksToHold(deps);
  expect(await stripeDifferences(deps)).toEqual([]);
}

/** The books balance and nothing drifted, and no order promises money that is not there. */
export async function expectBooksToHold(deps: Pick<Deps, 'db'>): Promise<void> {
  const { sums, drifted } = await trialBalance(deps);
  expect(drifted).toEqual([]);
  expect(sums.filter(({ sumMinor }) => sumMinor !== 0n)).toEqual([]);
  expect(await brokenOrders(deps)).toEqual([]);
}

/** Currencies in which the account `stripe-balance` and the sum of the sandbox's balance transactions are not the same. */
async function stripeDifferences({ db }: Pick<Deps, 'db'>) {
  return db.$queryRaw<{ currency: string; ledger: bigint; stripe: bigint }[]>`
    WITH there AS (
      SELECT upper(currency) AS currency, sum("amountMinor" - "feeMinor")::bigint AS minor
        FROM "SandboxBalanceTransaction" GROUP BY 1
    ), here AS (
      SELECT currency::text AS currency, "balanceMinor" AS minor FROM "LedgerAccount" WHERE code = 'stripe-balance'
    )
    SELECT currency, coalesce(here.minor, 0) AS ledger, coalesce(there.minor, 0) AS stripe
      FROM here FULL JOIN there USING (currency)
     WHERE coalesce(here.minor, 0) <> coalesce(there.minor, 0)`;
}

/**
 * Orders whose money does not add up: over and still holding or owing something; not frozen and with money in question; more sent to the cooperative than its
 * delivery brought it; owed outward what was not received for it.
 */
async function brokenOrders({ db }: Pick<Deps, 'db'>) {
  return db.$queryRaw<object[]>`
    SELECT o.number, o.state, o."frozenFor", money.*
      FROM "Order" o
     CROSS JOIN LATERAL (
       SELECT coalesce(-sum(p."amountMinor") FILTER (WHERE a.code = 'held-for-order'), 0) AS held,
              coalesce(-sum(p."amountMinor") FILTER (WHERE a.code LIKE 'payable-%' AND a.code NOT IN ('payable-buyer-refund', 'payable-to-member')), 0) AS owed,
              coalesce(sum(p."amountMinor") FILTER (WHERE a.code = 'returned-money'), 0) AS returned,
              coalesce(-sum(p."amountMinor") FILTER (WHERE a.code = 'payable-to-cooperative' AND p."amountMinor" < 0 AND e.kind = 'delivery-settled'), 0) AS net,
              coalesce(-sum(p."amountMinor") FILTER (WHERE a.code IN ('bank', 'mobile-money', 'payouts-in-transit')), 0) AS sent
         FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId" JOIN "JournalEntry" e ON e.id = p."entryId"
        WHERE p."orderId" = o.id) money
     WHERE (o.state IN ('expired', 'cancelled', 'refunded', 'lost') AND (held <> 0 OR owed <> 0))
        OR held < 0 OR owed < 0
        OR sent > net OR sent < 0
        OR (o."frozenFor" IS NULL AND returned <> 0
            AND NOT EXISTS (SELECT 1 FROM "Dispute" d WHERE d."orderId" = o.id AND d.status = 'open'))
        OR (o.state = 'placed' AND held <> o."priceMinor")
        OR (held + owed + sent > o."priceMinor")`;
}
