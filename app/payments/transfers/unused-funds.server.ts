import type { Deps } from '#app/platform/deps';

/** What transfers brought for an order beyond what its payment took, in its currency: sent back, or about to be. */
export async function unusedFunds({ db }: Pick<Deps, 'db'>, { orderId }: { orderId: string }): Promise<bigint> {
  const { _sum: sum } = await db.buyerFunds.aggregate({ where: { orderId }, _sum: { amountMinor: true } });
  return sum.amountMinor ?? 0n;
}
