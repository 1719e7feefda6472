import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

export type RoyaltyUnset = { cooperativeId: string; name: string; acceptedAt: string };

type Row = { cooperativeId: string; name: string; acceptedAt: Date };

/**
 * Accepted cooperatives of the actor's programme that cannot list, since nobody has said what royalty they
 * owe. One query.
 */
export async function listRoyaltyUnset(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor }: { actor: Actor },
): Promise<RoyaltyUnset[]> {
  const now = deps.clock.now();
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT o.id AS "cooperativeId", o.name, a."decidedAt" AS "acceptedAt"
      FROM "Organisation" o JOIN "Application" a ON a."organisationId" = o.id
     WHERE o.kind = 'cooperative' AND o."programmeId" = ${actor.organisationId}::uuid
       AND a.state IN ('accepted', 'accepted_with_plan') AND a."decidedAt" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "ChargeRule" r WHERE r."cooperativeId" = o.id AND r.kind = 'royalty'
                          AND r."activeFrom" <= ${now} AND (r."activeTo" IS NULL OR r."activeTo" > ${now}))
       AND NOT EXISTS (SELECT 1 FROM "ChargeCheck" c WHERE c."cooperativeId" = o.id AND c."checkedAt" <= ${now}
                          AND NOT EXISTS (SELECT 1 FROM "ChargeRule" r WHERE r."cooperativeId" = o.id AND r.kind = 'royalty'
                                             AND r."activeFrom" > c."checkedAt" AND r."activeFrom" <= ${now}))
     ORDER BY a."decidedAt", o.id`;
  return rows.map(({ acceptedAt, ...row }) => ({ ...row, acceptedAt: acceptedAt.toISOString() }));
}
