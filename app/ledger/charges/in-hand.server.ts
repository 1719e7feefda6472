import type { Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { planWaterfall } from '../waterfall/plan-waterfall';
import { chargesInForce } from './charges-in-force.server';

/**
 * What a price leaves the cooperative after every charge and the fee, in minor units of its currency. Null
 * where that cannot be said.
 */
export async function netInHand(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { cooperativeId, price }: { cooperativeId: string; price: Money },
): Promise<bigint | null> {
  const charges = await chargesInForce(deps, { cooperativeId, currency: price.currency });
  if (!charges.ok) return null;
  const plan = planWaterfall({ price, charges: charges.value, feeBps: deps.settings.platformFeeBps });
  return plan.ok ? plan.value.netMinor : null;
}
