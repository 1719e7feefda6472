import type { Actor } from '#app/identity/actor';
import { Prisma } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { isLotState, type LotState } from '../vocabulary/lot-lifecycle';
import { CARD_COLUMNS, toCard, type CardRow } from '../search/card-columns.server';
import type { LotCard } from '../search/lot-card';

export type OwnLot = LotCard & { state: LotState };
export type OwnLots = { lots: OwnLot[]; counts: Partial<Record<LotState, number>>; total: number; next: string | null };

const PAGE_SIZE = 30;

/** The actor's cooperative's own lots, the newest first, and how many there are in each state. */
export async function ownLots(
  deps: Deps,
  { actor, state, cursor }: { actor: Actor; state: LotState | null; cursor: string | null },
): Promise<OwnLots> {
  const inState = state ? Prisma.sql`AND l.state = ${state}::"LotState"` : Prisma.empty;
  const before = cursor && /^[0-9a-f-]{36}$/.test(cursor) ? Prisma.sql`AND l.id < ${cursor}::uuid` : Prisma.empty;
  const [rows, groups] = await Promise.all([
    deps.db.$queryRaw<(CardRow & { state: LotState })[]>`
      SELECT ${CARD_COLUMNS}, l.state::text AS state
        FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
       WHERE l."cooperativeId" = ${actor.organisationId}::uuid ${inState} ${before}
       ORDER BY l.id DESC LIMIT ${PAGE_SIZE + 1}`,
    deps.db.lot.groupBy({ by: ['state'], where: { cooperativeId: actor.organisationId }, _count: true }),
  ]);
  const lots = rows
    .slice(0, PAGE_SIZE)
    .map((row) => ({ ...toCard(row, deps.clock.now(), { exact: true }), state: row.state }));
  return {
    lots,
    counts: Object.fromEntries(groups.map((group) => [group.state, group._count])),
    total: groups.reduce((sum, group) => sum + group._count, 0),
    next: rows.length > PAGE_SIZE ? (lots.at(-1)?.id ?? null) : null,
  };
}

/** The state that an address asks for. Null for all. */
export function askedState(url: string): LotState | null {
  const state = new URL(url).searchParams.get('state');
  return state && isLotState(state) ? state : null;
}
