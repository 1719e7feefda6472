import { expect } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import { unborneLoss } from '#app/payments/losses/payment-loss.server';
import type { Deps } from '#app/platform/deps';
import { countedOrders } from '#app/programme/indicators/counted-orders.server';
import { totalOf } from '#app/trading/lifecycle/order-entries';

/**
 * What must hold of money after any history that went through Stripe: the books, and what the ledger says of
 * Stripe is what Stripe says, in each currency.
 */
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
  expect(await untrueFigures(deps)).toEqual([]);
  expect(await unlistedGaps(deps)).toEqual([]);
  expect(await lossesNobodyHolds(deps)).toEqual([]);
}

/**
 * Orders for which more is owed outward than was received, beyond what is listed as the platform's own to put
 * in. The platform's fee is its own, also while it lies in the held price, and so are the fees of disputes.
 * What the buyer paid for the payment is Stripe's already, and owed to nobody.
 */
async function unlistedGaps({ db }: Pick<Deps, 'db'>): Promise<object[]> {
  return db.$queryRaw<object[]>`
    SELECT o.number, o.state, money.*
      FROM "Order" o
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(p."amountMinor") FILTER (WHERE a.code IN ('stripe-balance', 'bank', 'mobile-money', 'buyer-receivable', 'returned-money', 'currency-exchange', 'exchange-difference')), 0) AS received,
              coalesce(-sum(p."amountMinor") FILTER (WHERE a.code IN ('held-for-order', 'payouts-in-transit') OR (a.code LIKE 'payable-%' AND a.code <> 'payable-to-member')), 0) AS owed,
              coalesce(sum(p."amountMinor") FILTER (WHERE a.code IN ('owed-by-platform', 'chargeback-loss', 'refund-loss')), 0) AS listed,
              CASE WHEN bool_or(a.code = 'held-for-order') AND sum(p."amountMinor") FILTER (WHERE a.code = 'held-for-order') <> 0
                   THEN round(o."priceMinor" * o."feeBps" / 10000.0) ELSE 0 END AS fee,
              1500 * (SELECT count(*) FROM "Dispute" d WHERE d."orderId" = o.id) AS disputes
         FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
        WHERE p."orderId" = o.id AND a.currency = o.currency) money
     WHERE received + listed + fee + disputes < owed`;
}

/**
 * Orders whose payment is gone while its money is owed outward, that go on though nobody has agreed to bear
 * it.
 */
async function lossesNobodyHolds({ db }: Pick<Deps, 'db'>): Promise<object[]> {
  const orders = await db.order.findMany({
    where: { state: { in: ['paid', 'shipped', 'delivered'] }, frozenFor: null },
  });
  const loose = [];
  for (const { id, number } of orders) {
    const minor = await unborneLoss(db, id);
    if (minor > 0n) loose.push({ number, minor });
  }
  return loose;
}

/**
 * Settled orders of which a page or a figure would say another sum than what arrived by the treasurers'
 * count: the settled waterfall's lines are what the buyer paid, its net and the net of the figures are what
 * arrived.
 */
async function untrueFigures({ db }: Pick<Deps, 'db'>): Promise<object[]> {
  const orders = await db.order.findMany({ where: { state: 'settled' } });
  const filter = { programmeId: null, from: '1970-01', to: '9999-12', asOf: '9999-12-30' };
  const counted = await db.$queryRaw<{ id: string; net: string }[]>`
    WITH counted AS (${countedOrders(filter)}) SELECT id, net::text FROM counted`;
  const netOf = new Map(counted.map(({ id, net }) => [id, net]));
  const untrue = [];
  for (const order of orders) {
    const waterfall = await settledWaterfall({ db }, { orderId: order.id });
    const { _sum: sum } = await db.payout.aggregate({
      where: { orderId: order.id, state: { in: ['confirmed', 'partial'] } },
      _sum: { receivedMinor: true },
    });
    // Orders that a test made of entries alone have no payout to count.
    if (sum.receivedMinor === null) continue;
    const arrived = sum.receivedMinor.toString();
    const parts = (waterfall?.parts ?? []).reduce((total, { amountMinor }) => total + amountMinor, 0n);
    const said = { net: waterfall?.netMinor.toString(), figures: netOf.get(order.id), parts };
    if (said.net !== arrived || said.figures !== arrived || parts !== totalOf(order))
      untrue.push({ number: order.number, arrived, ...said });
  }
  return untrue;
}

/**
 * Currencies in which the account `stripe-balance` and the sum of the sandbox's balance transactions are not
 * the same.
 */
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
 * Orders whose money does not add up, in one of four ways. Over and still holding or owing something. With
 * money in question and not frozen. More sent to the cooperative than the delivery brought it. Owing outward
 * what was not received.
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
