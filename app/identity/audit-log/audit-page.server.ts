import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { Actor } from '../actor';
import { can } from '../permissions';

const PAGE_LINES = 50;

type Row = {
  id: string;
  at: Date;
  action: string;
  person: string | null;
  subject: string | null;
  organisation: string | null;
};
export type AuditLine = Omit<Row, 'at'> & { at: string };

/**
 * Who did what in the actor's programme and its organisations, and who signed in to them, the newest first. Each organisation and each person hands in one
 * page from an index, so that it costs the same however long the history is.
 */
export async function auditPage(
  deps: Pick<Deps, 'db'>,
  { actor, cursor }: { actor: Actor; cursor: string | null },
): Promise<{ items: AuditLine[]; next: string | null }> {
  if (!can(actor, 'audit:read')) throw new Forbidden();
  const { organisationId: programmeId } = actor;
  const before = readCursor(cursor);
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH own AS (SELECT id FROM "Organisation" WHERE id = ${programmeId}::uuid OR "programmeId" = ${programmeId}::uuid),
    found AS (
      SELECT e.* FROM own CROSS JOIN LATERAL (
        SELECT * FROM "AuditEntry" WHERE "organisationId" = own.id AND (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)
         ORDER BY at DESC, id DESC LIMIT ${PAGE_LINES + 1}) e
      UNION
      SELECT e.* FROM (SELECT DISTINCT m."userId" FROM "Membership" m JOIN own ON own.id = m."organisationId") people CROSS JOIN LATERAL (
        SELECT * FROM "AuditEntry" WHERE "subjectKind" = 'user' AND "subjectId" = people."userId" AND "organisationId" IS NULL
           AND (at, id) < (${before.at}::timestamptz, ${before.id}::uuid)
         ORDER BY at DESC, id DESC LIMIT ${PAGE_LINES + 1}) e),
    page AS (SELECT id, at, action, "userId", "organisationId", "subjectKind", "subjectId" FROM found ORDER BY at DESC, id DESC LIMIT ${PAGE_LINES + 1})
    SELECT p.id, p.at, p.action, u.name AS person, s.name AS subject, o.name AS organisation
      FROM page p LEFT JOIN "User" u ON u.id = p."userId" LEFT JOIN "Organisation" o ON o.id = p."organisationId"
      LEFT JOIN "User" s ON p."subjectKind" = 'user' AND s.id = p."subjectId"
     ORDER BY p.at DESC, p.id DESC`;
  const items = rows.slice(0, PAGE_LINES).map((row) => ({ ...row, at: row.at.toISOString() }));
  const last = rows.length > PAGE_LINES ? items.at(-1) : undefined;
  return { items, next: last ? `${last.at}_${last.id}` : null };
}

/** The place after which a page begins; before everything where none, or none of ours, is given. */
function readCursor(cursor: string | null): { at: Date; id: string } {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  const time = new Date(at ?? '');
  if (!id || Number.isNaN(time.getTime()))
    return { at: new Date('9999-01-01'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  return { at: time, id };
}
