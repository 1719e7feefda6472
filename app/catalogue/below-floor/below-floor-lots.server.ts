import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { CARD_COLUMNS, toCard, type CardRow } from '../search/card-columns.server';
import type { LotCard } from '../search/lot-card';

/** What a cooperative said to an ask under the floor. */
export type BelowFloorStatement = {
  reason: string;
  statedAt: string;
  byName: string;
  /** What it confirmed to have left in hand. Null where that could not be said. */
  netMinor: bigint | null;
};

/** `statement` is null where the floor has risen over an ask that was on it. */
export type BelowFloorLot = {
  lot: LotCard;
  state: 'submitted' | 'listed';
  floorMinor: bigint;
  statement: BelowFloorStatement | null;
};

type Row = CardRow & {
  state: 'submitted' | 'listed';
  reason: string | null;
  netMinor: bigint | null;
  statedAt: Date | null;
  byName: string | null;
};

/**
 * Lots of the actor's programme that are, or are to be, for sale under the floor, the newest first. One
 * query.
 */
export async function belowFloorLots(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, limit = 50 }: { actor: Actor; limit?: number },
): Promise<BelowFloorLot[]> {
  const now = deps.clock.now();
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT ${CARD_COLUMNS}, l.state::text AS state, s.reason, s."netMinor", s."statedAt", s."byName"
      FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
      LEFT JOIN LATERAL (
        SELECT b.reason, b."netMinor", b."statedAt", u.name AS "byName"
          FROM "BelowFloorAsk" b JOIN "User" u ON u.id = b."statedById"
         WHERE b."lotId" = l.id AND b."askMinor" = l."askMinor" ORDER BY b."statedAt" DESC, b.id DESC LIMIT 1) s ON true
     WHERE l.state IN ('submitted', 'listed') AND o."programmeId" = ${actor.organisationId}::uuid
       AND l."askMinor" < l."bandFloorMinor"
       AND (l."bandExpiresOn" IS NULL OR l."bandExpiresOn" > (${now}::timestamptz AT TIME ZONE 'UTC')::date)
     ORDER BY coalesce(l."listedAt", l."submittedAt") DESC, l.id DESC LIMIT ${limit}`;
  return rows.map(({ state, reason, netMinor, statedAt, byName, ...row }) => ({
    lot: toCard(row, now, { exact: true }),
    state,
    floorMinor: row.bandFloorMinor ?? 0n,
    statement: reason && statedAt && byName ? { reason, netMinor, statedAt: statedAt.toISOString(), byName } : null,
  }));
}

/**
 * What was said to the ask that a lot has now. Null where it is on the floor, or was when it was priced. One
 * query.
 */
export async function belowFloorStatement(
  db: Deps['db'] | Tx,
  { id, askMinor }: { id: string; askMinor: bigint },
): Promise<BelowFloorStatement | null> {
  const [row] = await db.$queryRaw<{ reason: string; netMinor: bigint | null; statedAt: Date; byName: string }[]>`
    SELECT b.reason, b."netMinor", b."statedAt", u.name AS "byName"
      FROM "BelowFloorAsk" b JOIN "User" u ON u.id = b."statedById"
     WHERE b."lotId" = ${id}::uuid AND b."askMinor" = ${askMinor}
     ORDER BY b."statedAt" DESC, b.id DESC LIMIT 1`;
  return row ? { ...row, statedAt: row.statedAt.toISOString() } : null;
}
