import { Prisma } from '#app/platform/db/generated/client';
import type { StoredBand } from './stored-band';

/**
 * The one place that says until when a stored band holds. It was right on the day it was worked out. From the
 * day on which a price of it is too old there is none, whether or not lots have been valued anew since (an
 * expired price gives no band).
 */
function holds(expiresOn: Date | null, now: Date): boolean {
  return expiresOn === null || expiresOn > now;
}

/** The same rule on the lot `l` for queries: what a band that holds says, null where there is none. */
export function bandColumnInForce(column: 'bandVerdict' | 'bandFairMinor', now: Date): Prisma.Sql {
  const stored = column === 'bandVerdict' ? Prisma.sql`l."bandVerdict"` : Prisma.sql`l."bandFairMinor"`;
  return Prisma.sql`(CASE WHEN l."bandExpiresOn" <= (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN NULL ELSE ${stored} END)`;
}

export type BandColumns = {
  bandMethod: string | null;
  bandFloorMinor: bigint | null;
  bandFairMinor: bigint | null;
  bandCeilingMinor: bigint | null;
  bandAsOf: Date | null;
  bandVerdict: string | null;
  bandReason: string | null;
  bandExpiresOn: Date | null;
};

type BandInForce = { band: StoredBand; reason: null } | { band: null; reason: string | null };

/** The band on a lot's row at a time. Or, as a message key, why there is none. */
export function bandInForce(row: BandColumns, now: Date): BandInForce {
  const { bandMethod, bandFloorMinor, bandFairMinor, bandCeilingMinor, bandAsOf, bandVerdict } = row;
  const none: BandInForce = { band: null, reason: row.bandReason };
  if (bandMethod === null || bandFloorMinor === null || bandFairMinor === null || bandCeilingMinor === null)
    return none;
  if (bandAsOf === null || bandVerdict === null) return none;
  if (!holds(row.bandExpiresOn, now)) return { band: null, reason: 'pricing:refusal.priceExpired' };
  const band: StoredBand = {
    method: bandMethod,
    floorMinor: bandFloorMinor,
    fairMinor: bandFairMinor,
    ceilingMinor: bandCeilingMinor,
    asOf: bandAsOf.toISOString().slice(0, 10),
    verdict: bandVerdict,
  };
  return { band, reason: null };
}
