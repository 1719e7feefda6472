import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';

/** Whether anybody knows what royalty a cooperative owes: named, found to be none, or not looked at yet. */
export type RoyaltyStanding =
  | { state: 'entered' }
  | { state: 'none-checked'; checkedOn: string; source: string; byName: string }
  | { state: 'unset' };

/**
 * An unset royalty is no royalty of nothing. A check counts until a royalty is entered after it, even one
 * that has ended since.
 */
export async function royaltyStanding(
  db: Deps['db'] | Tx,
  { cooperativeId, now }: { cooperativeId: string; now: Date },
): Promise<RoyaltyStanding> {
  const [newest, check] = await Promise.all([
    db.chargeRule.findMany({
      where: { cooperativeId, kind: 'royalty', activeFrom: { lte: now } },
      select: { activeFrom: true, activeTo: true },
    }),
    db.chargeCheck.findFirst({
      where: { cooperativeId, checkedAt: { lte: now } },
      orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
      select: { checkedAt: true, source: true, checkedBy: { select: { name: true } } },
    }),
  ]);
  if (newest.some(({ activeTo }) => activeTo === null || activeTo > now)) return { state: 'entered' };
  if (!check || newest.some(({ activeFrom }) => activeFrom > check.checkedAt)) return { state: 'unset' };
  const { checkedAt, source, checkedBy } = check;
  return { state: 'none-checked', checkedOn: checkedAt.toISOString(), source, byName: checkedBy.name };
}
