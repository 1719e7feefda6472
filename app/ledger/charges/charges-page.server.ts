import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { royaltyStanding, type RoyaltyStanding } from './royalty-standing.server';
import { isChargeKind, type ChargeKind } from '../chart-of-accounts';
import { asCurrency, type Currency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';

export type ChargeLine = {
  id: string;
  kind: ChargeKind;
  payee: string;
  basis: string;
  rateBps: number | null;
  fixedMinor: bigint | null;
  capMinor: bigint | null;
  currency: Currency;
  source: string;
  activeFrom: string;
  /** Null while it is in force. */
  endedAt: string | null;
  /** Orders under way that carry it, and keep it whatever becomes of it. */
  openOrders: number;
};

export type ChargesPage = {
  cooperative: { id: string; name: string };
  /** What its newest lot is priced in: a fixed sum in another currency holds for none of its orders. */
  currency: string;
  /** YYYY-MM-DD */
  today: string;
  inForce: ChargeLine[];
  ended: ChargeLine[];
  /** Whether anybody knows what royalty is due. */
  royalty: RoyaltyStanding;
  feeBps: number;
  canWrite: boolean;
};

const MAX_ENDED = 50;

/**
 * What is deducted from the orders of a cooperative of the actor's programme, by name, and what was. Throws
 * NotFound.
 */
export async function chargesPage(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  { actor, cooperativeId }: { actor: Actor; cooperativeId: string },
): Promise<ChargesPage> {
  if (!can(actor, 'programme:read')) throw new Forbidden();
  const cooperative = await deps.db.organisation.findFirst({
    where: { id: cooperativeId, kind: 'cooperative', programmeId: actor.organisationId },
    select: { id: true, name: true, currency: true },
  });
  if (!cooperative) throw new NotFound('cooperative of another programme');
  const now = deps.clock.now();
  const [rows, carried, newestLot, royalty] = await Promise.all([
    deps.db.chargeRule.findMany({
      where: { cooperativeId },
      orderBy: [{ kind: 'asc' }, { payee: 'asc' }, { activeFrom: 'desc' }],
    }),
    // An order keeps the name and the terms of its charges, not the rule that they came from.
    deps.db.orderCharge.groupBy({
      by: ['kind', 'payee'],
      where: { order: { cooperativeId, state: { in: ['placed', 'paid', 'shipped', 'delivered'] } } },
      _count: { orderId: true },
    }),
    deps.db.lot.findFirst({ where: { cooperativeId }, orderBy: { createdAt: 'desc' }, select: { currency: true } }),
    royaltyStanding(deps.db, { cooperativeId, now }),
  ]);
  const lines = rows.flatMap(({ activeFrom, activeTo, kind, cooperativeId: _, ...row }): ChargeLine[] =>
    isChargeKind(kind)
      ? [
          {
            ...row,
            kind,
            currency: asCurrency(row.currency),
            activeFrom: activeFrom.toISOString(),
            endedAt: activeTo !== null && activeTo <= now ? activeTo.toISOString() : null,
            openOrders: carried.find((one) => one.kind === kind && one.payee === row.payee)?._count.orderId ?? 0,
          },
        ]
      : [],
  );
  const { id, name } = cooperative;
  return {
    cooperative: { id, name },
    currency: newestLot?.currency ?? cooperative.currency,
    today: now.toISOString().slice(0, 10),
    inForce: lines.filter(({ endedAt }) => endedAt === null),
    ended: lines.filter(({ endedAt }) => endedAt !== null).slice(0, MAX_ENDED),
    royalty,
    feeBps: deps.settings.platformFeeBps,
    canWrite: can(actor, 'charge:write'),
  };
}
