import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { RoleName } from './pages';

export type Viewer = { name: RoleName; email: string | null; userId: string; organisationId: string };
export type Address = { path: string; address: string; example: string };

const NOBODY = '00000000-0000-0000-0000-000000000000';
const SAMPLE_TOKEN = 'a-sample-invitation-for-looking-at-its-page';

/**
 * For a page with a parameter: rows of the demo that this viewer may see, as `value` and `example` (the state
 * that the row shows). $1 is the viewer's organisation. The last row of each state is the newest.
 */
const EXAMPLES: Record<string, string> = {
  '/lots/:lotId': `SELECT DISTINCT ON (mineral = 'gold') id AS value, mineral AS example FROM "Lot"
     WHERE state = 'listed' AND mineral IN ('gold', 'clay') ORDER BY mineral = 'gold', "listedAt" DESC`,
  '/lots/:lotId/working': `SELECT DISTINCT ON (mineral) id AS value, mineral AS example FROM "Lot"
     WHERE state = 'listed' AND "bandFairMinor" IS NOT NULL AND mineral IN ('gold', 'clay') ORDER BY mineral, "listedAt" DESC`,
  '/lots/:lotId/order': `SELECT id AS value, mineral AS example FROM "Lot" WHERE state = 'listed' AND "bandFairMinor" IS NOT NULL
     ORDER BY mineral <> 'gold', "listedAt" DESC LIMIT 1`,
  '/prices/:seriesKey': `SELECT key AS value, '' AS example FROM "Series" WHERE key IN ('wb.gold', 'wb.iron-ore') ORDER BY key`,
  '/methods/:methodKey': `SELECT value, value AS example FROM unnest(ARRAY['gold-dore', 'copper-concentrate', 'bricks', 'stones']) AS value`,
  '/programme/methods/:methodKey': `SELECT value, value AS example FROM unnest(ARRAY['gold-dore', 'zinc-concentrate']) AS value`,
  '/programme/method-versions/:versionId': `SELECT DISTINCT ON (d.approved) "methodKey" || '.' || version AS value, coalesce(d.approved::text, 'waiting') AS example
     FROM "MethodVersion" v LEFT JOIN "MethodDecision" d ON d."methodId" = v.id WHERE NOT v.starting ORDER BY d.approved, "proposedAt" DESC`,
  '/verify/:hash': `SELECT e.sha256 AS value, CASE WHEN l.sha256 IS NULL THEN 'today' ELSE 'closed' END AS example
     FROM "PriceEvidence" e LEFT JOIN "EvidenceLeaf" l ON l.sha256 = e.sha256 JOIN "Order" o ON o.id = e."orderId"
     WHERE o."bandFairMinor" IS NOT NULL ORDER BY e."recordedAt" DESC LIMIT 1`,
  '/certificates/:hash': `SELECT DISTINCT ON (o."bandFairMinor" IS NULL) e.sha256 AS value,
     CASE WHEN o."bandFairMinor" IS NULL THEN 'no-band' ELSE 'band' END AS example
     FROM "PriceEvidence" e JOIN "Order" o ON o.id = e."orderId" ORDER BY o."bandFairMinor" IS NULL, e."recordedAt" DESC`,
  '/cooperatives/:slug': `SELECT o.slug AS value, '' AS example FROM "Organisation" o JOIN "Lot" l ON l."cooperativeId" = o.id AND l.state = 'listed'
     WHERE o.kind = 'cooperative' GROUP BY o.id ORDER BY count(*) DESC, o.slug LIMIT 1`,
  '/cooperative/lots/:lotId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Lot" WHERE "cooperativeId" = $1::uuid ORDER BY state, "createdAt" DESC`,
  '/cooperative/lots/:lotId/edit': `SELECT id AS value, state::text AS example FROM "Lot" WHERE "cooperativeId" = $1::uuid
     AND state IN ('draft', 'listed', 'submitted') ORDER BY state, "createdAt" DESC LIMIT 1`,
  '/cooperative/orders/:orderId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Order" WHERE "cooperativeId" = $1::uuid ORDER BY state, "placedAt" DESC`,
  '/cooperative/orders/:orderId/distribution': `SELECT DISTINCT ON (d.id IS NULL) o.id AS value, CASE WHEN d.id IS NULL THEN 'to-share' ELSE 'shared' END AS example
     FROM "Order" o LEFT JOIN "Distribution" d ON d."orderId" = o.id WHERE o."cooperativeId" = $1::uuid AND o.state = 'settled'
     ORDER BY d.id IS NULL, o."placedAt" DESC`,
  '/cooperative/payouts/:payoutId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Payout" WHERE "cooperativeId" = $1::uuid
     AND state IN ('approved', 'confirmed', 'mismatch') ORDER BY state, "preparedAt" DESC`,
  '/buyer/orders/:orderId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Order" WHERE "buyerId" = $1::uuid ORDER BY state, "placedAt" DESC`,
  '/buyer/orders/:orderId/pay': `SELECT id AS value, state::text AS example FROM "Order" WHERE "buyerId" = $1::uuid
     ORDER BY state <> 'placed', "placedAt" DESC LIMIT 1`,
  '/programme/applications/:organisationId': `SELECT DISTINCT ON (o.kind, a.state) o.id AS value, o.kind || '-' || a.state AS example FROM "Application" a
     JOIN "Organisation" o ON o.id = a."organisationId" WHERE o."programmeId" = $1::uuid AND a.state <> 'draft' ORDER BY o.kind, a.state, o.name`,
  '/programme/lots/:lotId': `SELECT DISTINCT ON (l.state) l.id AS value, l.state::text AS example FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
     WHERE o."programmeId" = $1::uuid AND l.state IN ('submitted', 'listed') ORDER BY l.state, l."createdAt" DESC`,
  '/programme/orders/:orderId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Order" WHERE "programmeId" = $1::uuid ORDER BY state, "placedAt" DESC`,
  '/programme/orders/:orderId/dispute': `SELECT o.id AS value, coalesce(d.status::text, 'none') AS example
     FROM "Order" o LEFT JOIN "Dispute" d ON d."orderId" = o.id WHERE o."programmeId" = $1::uuid ORDER BY d.id IS NULL, o."placedAt" DESC LIMIT 1`,
  '/programme/payouts/:payoutId': `SELECT DISTINCT ON (state) id AS value, state::text AS example FROM "Payout" WHERE "programmeId" = $1::uuid ORDER BY state, "preparedAt" DESC`,
  '/programme/cooperatives/:cooperativeId': `SELECT o.id AS value, '' AS example FROM "Organisation" o JOIN "Order" r ON r."cooperativeId" = o.id
     WHERE o."programmeId" = $1::uuid AND o.kind = 'cooperative' GROUP BY o.id ORDER BY count(*) DESC, o.name LIMIT 1`,
  '/programme/cooperatives/:cooperativeId/charges': `SELECT o.id AS value, '' AS example FROM "Organisation" o JOIN "ChargeRule" r ON r."cooperativeId" = o.id
     WHERE o."programmeId" = $1::uuid GROUP BY o.id ORDER BY count(*) DESC, o.name LIMIT 1`,
  '/programme/prices/imports/:draftId': `SELECT DISTINCT ON (state) id AS value, state AS example FROM "PriceImportDraft" WHERE "programmeId" = $1::uuid
     AND state IN ('preview', 'refused', 'accepted') ORDER BY state, "uploadedAt" DESC`,
  '/programme/prices/proposals/:proposalId': `SELECT DISTINCT ON (kind, state) id AS value, kind || '-' || state AS example FROM "PriceProposal"
     WHERE "programmeId" = $1::uuid ORDER BY kind, state, "proposedAt" DESC`,
  '/programme/indicators/:indicator': `SELECT value, '' AS example FROM unnest(ARRAY['retained-share', 'womens-share', 'days-to-money']) AS value`,
};

/** Who the demo's logins are, with the one password they share. */
export async function listViewers(db: pg.Pool): Promise<{ password: string; viewers: Viewer[] }> {
  const stored = await db.query<{ value: { password: string; emails: string[] } }>(
    `SELECT value FROM "Installation" WHERE key = 'demo-logins'`,
  );
  const logins = stored.rows[0]?.value;
  if (!logins) throw new Error('This database holds no demo.');
  const { rows } = await db.query<Viewer>(
    `SELECT DISTINCT ON (o.kind, m.role) (o.kind || '-' || m.role) AS name, u.email, u.id AS "userId", o.id AS "organisationId"
       FROM "User" u JOIN "Membership" m ON m."userId" = u.id JOIN "Organisation" o ON o.id = m."organisationId"
      WHERE u.email = ANY($1) ORDER BY o.kind, m.role, array_position($1, u.email)`,
    [logins.emails],
  );
  return {
    password: logins.password,
    viewers: [{ name: 'stranger', email: null, userId: '', organisationId: NOBODY }, ...rows],
  };
}

/** The addresses at which a viewer sees a page: one, or one for each state that the demo has to show. */
export async function addressesOf(db: pg.Pool, viewer: Viewer, path: string): Promise<Address[]> {
  const [parameter] = /:\w+/.exec(path) ?? [];
  if (!parameter) return [{ path, address: path, example: '' }];
  if (parameter === ':token')
    return [{ path, address: path.replace(parameter, await sampleSecret(db, viewer, path)), example: '' }];
  const sql = EXAMPLES[path];
  if (!sql) throw new Error(`No example is named for ${path} (tests/support/page-addresses.ts).`);
  const { rows } = await db.query<{ value: string; example: string }>(
    sql,
    sql.includes('$1') ? [viewer.organisationId] : [],
  );
  return rows.map(({ value, example }) => ({ path, address: path.replace(parameter, value), example }));
}

function sampleSecret(db: pg.Pool, viewer: Viewer, path: string): Promise<string> {
  return path.startsWith('/mailbox/') ? sampleMailboxLink(db, viewer) : sampleInvitation(db, viewer);
}

/** A link that proves a mailbox. A stranger's is anybody's of the demo. */
async function sampleMailboxLink(db: pg.Pool, viewer: Viewer): Promise<string> {
  const token = `${SAMPLE_TOKEN}-mailbox-${viewer.name}`;
  const identifier = `mailbox:${createHash('sha256').update(token).digest('base64url')}`;
  await db.query(
    `INSERT INTO "Confirmation" (id, identifier, value, "expiresAt", "updatedAt")
     SELECT $1, $1, coalesce(nullif($2, ''), (SELECT min(id) FROM "User")), now() + interval '10 years', now()
      WHERE NOT EXISTS (SELECT 1 FROM "Confirmation" WHERE identifier = $1)`,
    [identifier, viewer.userId],
  );
  return token;
}

/** An open invitation to the viewer: only its hash is kept, so that none of the demo's own can be opened. */
async function sampleInvitation(db: pg.Pool, viewer: Viewer): Promise<string> {
  const token = `${SAMPLE_TOKEN}-${viewer.name}`;
  await db.query(
    `INSERT INTO "Invitation" (id, "organisationId", email, role, "tokenHash", "invitedById", "createdAt", "expiresAt")
     SELECT gen_random_uuid(), o.id, $1, 'observer', $2, coalesce(nullif($3, ''), m."userId"), now(), now() + interval '10 years'
       FROM "Organisation" o JOIN "Membership" m ON m."organisationId" = o.id WHERE o.kind = 'buyer' ORDER BY o.id, m.id LIMIT 1
     ON CONFLICT ("tokenHash") DO NOTHING`,
    [viewer.email ?? 'stranger@example.org', createHash('sha256').update(token).digest('hex'), viewer.userId],
  );
  return token;
}
