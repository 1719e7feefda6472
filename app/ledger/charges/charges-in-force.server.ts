import type { ChargeTerms } from '../waterfall/plan-waterfall';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { Result } from '#app/platform/result';
import { chargesFor } from './charge-terms';

/** What a price of this cooperative in a currency carries today. */
export async function chargesInForce(
  { db, clock }: { db: Deps['db'] | Tx; clock: Deps['clock'] },
  { cooperativeId, currency }: { cooperativeId: string; currency: string },
): Promise<Result<ChargeTerms[], 'charge-currency'>> {
  const now = clock.now();
  const rules = await db.chargeRule.findMany({
    where: { cooperativeId, activeFrom: { lte: now }, OR: [{ activeTo: null }, { activeTo: { gt: now } }] },
    orderBy: [{ kind: 'asc' }, { id: 'asc' }],
  });
  return chargesFor(rules, currency);
}
