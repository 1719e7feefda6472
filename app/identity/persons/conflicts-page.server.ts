import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { Actor } from '../actor';
import { can } from '../permissions';

const MAX_LINES = 100;

export type Conflict = { kind: 'both-sides' | 'shared-device' | 'shared-account'; who: string[]; where: string[] };

/**
 * What closes steps of two persons or two sides in the actor's programme: people who belong to two of its sides, browsers and payout accounts that two
 * have in common. Sides are the programme, its cooperatives and its buyers. Names only: no number, address or account.
 */
export async function conflictsPage(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<Conflict[]> {
  if (!can(actor, 'person:confirm')) throw new Forbidden();
  const { organisationId: programmeId } = actor;
  return deps.db.$queryRaw<Conflict[]>`
    WITH own AS (SELECT id, name, kind FROM "Organisation" WHERE id = ${programmeId}::uuid OR "programmeId" = ${programmeId}::uuid),
    hands AS (
      SELECT coalesce(u."personId"::text, u.id) AS hand, u.id AS account, u.name AS person, own.id AS place, own.name AS organisation, own.kind
        FROM own JOIN "Membership" m ON m."organisationId" = own.id JOIN "User" u ON u.id = m."userId")
    (SELECT 'both-sides' AS kind, array_agg(DISTINCT person ORDER BY person) AS who, array_agg(DISTINCT organisation ORDER BY organisation) AS where
       FROM hands GROUP BY hand HAVING count(DISTINCT kind) > 1 LIMIT ${MAX_LINES})
    UNION ALL
    (SELECT 'shared-device', array_agg(DISTINCT person ORDER BY person), array_agg(DISTINCT organisation ORDER BY organisation)
       FROM hands JOIN "UserDevice" d ON d."userId" = hands.account AND d."lastSeen" > now() - interval '180 days'
      GROUP BY d."deviceHash" HAVING count(DISTINCT hand) > 1 LIMIT ${MAX_LINES})
    UNION ALL
    (SELECT 'shared-account', '{}'::text[], array_agg(DISTINCT o.name ORDER BY o.name)
       FROM "PayoutDestination" p JOIN "Organisation" o ON o.id = p."organisationId"
      WHERE p."retiredAt" IS NULL
      GROUP BY p.method, p."accountNumber", CASE WHEN p.method = 'bank' THEN lower(p.provider) END
     HAVING count(DISTINCT o.id) > 1 AND bool_or(o."programmeId" = ${programmeId}::uuid) LIMIT ${MAX_LINES})`;
}
