import { isCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { chargesInForce } from '#app/ledger/charges/charges-in-force.server';

/** Why an order in this currency would be refused at its last step. Null where it would not. */
export type OrderHindrance = { messageKey: string; params: Record<string, string | number> };

/**
 * Says where it can be mended that a charge of the cooperative is not set in a lot's currency, before a buyer
 * meets it.
 */
export async function orderHindrance(
  deps: Pick<Deps, 'db' | 'clock'>,
  lot: { cooperativeId: string; currency: string },
): Promise<OrderHindrance | null> {
  if (!isCurrency(lot.currency)) return null;
  const charges = await chargesInForce(deps, lot);
  return charges.ok ? null : { messageKey: charges.messageKey, params: charges.params ?? {} };
}
