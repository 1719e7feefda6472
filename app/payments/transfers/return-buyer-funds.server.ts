import type Stripe from 'stripe';
import { asCurrency } from '#app/money/currency';
import type { BuyerFundsKind } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { signedMinor } from '../checkout/settlement-of';
import { ordersOfMovements } from './orders-of-movements.server';

type Movement = Stripe.CustomerCashBalanceTransaction;
/** Stripe's most for one page. */
const PAGE = 100;
const KIND: Readonly<Record<string, BuyerFundsKind>> = {
  funded: 'funded',
  funding_reversed: 'funded',
  return_initiated: 'returned',
  return_canceled: 'returned',
};

/**
 * Sends back what a buyer's bank sent and no payment took: a surplus, a second transfer, one for an order
 * that is gone. Safe to call any number of times: the key of a return is the movement that it answers, and so
 * is its sum.
 */
export async function returnBuyerFunds(
  deps: Deps,
  { customerId }: { customerId: string },
): Promise<'done' | 'not-ours'> {
  const buyer = await deps.db.stripeCustomer.findUnique({ where: { customerId } });
  if (!buyer) return 'not-ours';
  const newest = new Map<string, Movement>();
  for (const movement of await noteMovements(deps, buyer)) {
    if (!newest.has(movement.currency)) newest.set(movement.currency, movement);
  }
  for (const { id, currency, ending_balance: amount } of newest.values()) {
    if (amount <= 0) continue;
    await deps.stripe.refunds.create(
      { origin: 'customer_balance', customer: customerId, currency, amount },
      { idempotencyKey: `funds:${id}:return` },
    );
  }
  if ([...newest.values()].some(({ ending_balance: amount }) => amount > 0)) await noteMovements(deps, buyer);
  return 'done';
}

/** Keeps what is new of a buyer's funds, and gives the newest movements, the newest first. */
async function noteMovements(
  deps: Deps,
  { customerId, organisationId }: { customerId: string; organisationId: string },
): Promise<Movement[]> {
  const movements: Movement[] = [];
  for await (const movement of deps.stripe.customers.listCashBalanceTransactions(customerId, { limit: PAGE })) {
    movements.push(movement);
    if (movements.length % PAGE > 0) continue;
    // All before a known one are known too: they were kept in one statement with it, or earlier.
    if ((await deps.db.buyerFunds.count({ where: { id: movement.id } })) > 0) break;
  }
  const orders = await ordersOfMovements(deps, { organisationId, movements });
  const rows = movements.map((movement) => {
    const currency = asCurrency(movement.currency.toUpperCase());
    return {
      id: movement.id,
      organisationId,
      orderId: orders.get(movement.id) ?? null,
      kind: KIND[movement.type] ?? 'applied',
      amountMinor: signedMinor(movement.net_amount, currency),
      currency,
      occurredAt: new Date(movement.created * 1000),
    };
  });
  await deps.db.buyerFunds.createMany({ data: rows, skipDuplicates: true });
  return movements;
}

/**
 * What transfers brought for an order beyond what its payment took, in its currency: sent back, or about to
 * be.
 */
export async function unusedFunds({ db }: Pick<Deps, 'db'>, { orderId }: { orderId: string }): Promise<bigint> {
  const { _sum: sum } = await db.buyerFunds.aggregate({ where: { orderId }, _sum: { amountMinor: true } });
  return sum.amountMinor ?? 0n;
}
