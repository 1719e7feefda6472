import type { Deps } from '#app/platform/deps';
import type { Person } from './actor';
import type { OrganisationKind, Role } from './roles';

type Row = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
  emailVerified: boolean;
  role: Role | null;
  organisationId: string | null;
  organisationName: string | null;
  organisationKind: OrganisationKind | null;
  programmeId: string | null;
  countryCode: string | null;
  currency: string | null;
};

/**
 * Session, person, membership and organisation in one query. The active organisation is the one last switched to, while the person is
 * still a member of it, else the first joined. Sessions run on real time, not on a demo's shifted clock: hence now().
 */
export async function findPerson(deps: Pick<Deps, 'db'>, sessionToken: string): Promise<Person | null> {
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT s.id AS "sessionId", u.id AS "userId", u.name, u.email, u.locale, u."emailVerified", m.role::text AS role,
           o.id AS "organisationId", o.name AS "organisationName", o.kind::text AS "organisationKind",
           CASE WHEN o.kind = 'programme' THEN o.id ELSE o."programmeId" END AS "programmeId",
           o."countryCode", o.currency
      FROM "Session" s
      JOIN "User" u ON u.id = s."userId"
      LEFT JOIN LATERAL (
        SELECT * FROM "Membership" own WHERE own."userId" = u.id
         ORDER BY (own."organisationId" = s."activeOrganisationId") IS TRUE DESC, own."createdAt", own.id LIMIT 1
      ) m ON true
      LEFT JOIN "Organisation" o ON o.id = m."organisationId"
     WHERE s.token = ${sessionToken} AND s."expiresAt" > now()`;
  if (!row) return null;
  const { sessionId, userId, name, email, locale, emailVerified } = row;
  return { sessionId, userId, name, email, locale, emailVerified, actor: toActor(row) };
}

function toActor(row: Row): Person['actor'] {
  const {
    userId,
    name,
    locale,
    role,
    organisationId,
    organisationName,
    organisationKind,
    programmeId,
    countryCode,
    currency,
  } = row;
  if (!role || !organisationId || !organisationName || !organisationKind || !countryCode || !currency) return null;
  return {
    userId,
    name,
    locale,
    role,
    organisationId,
    organisationName,
    organisationKind,
    programmeId,
    countryCode,
    currency,
  };
}
