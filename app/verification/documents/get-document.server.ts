import type { Actor } from '#app/identity/actor';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { PAPER_KINDS, paperAccess, type PaperKind, type Relation } from './paper-access';

type DocumentFile = { fileName: string; contentType: string; sha256: string; bytes: Uint8Array };

type Row = {
  fileName: string;
  contentType: string;
  sha256: string;
  storageKey: string;
  kind: string;
  isOwner: boolean;
  isProgramme: boolean;
  isPayee: boolean;
  isAccepted: boolean;
  hasOrder: boolean;
  isListed: boolean;
  wasOnSale: boolean;
};

/**
 * Opens a paper for those whom the table names (paper-access); for everybody else it does not exist. What staff open is written into the audit log
 * before they have it.
 */
export async function getDocument(
  deps: Pick<Deps, 'db' | 'files' | 'log' | 'clock' | 'newId'>,
  { actor, documentId }: { actor: Actor | null; documentId: string },
): Promise<DocumentFile> {
  const row = await readPaper(deps, { actor, documentId });
  if (!row) throw new NotFound();
  const kind = kindOf(row.kind);
  const access = paperAccess(kind, actor, relationsOf(row));
  if (access.may === 'not-this-role') throw new Forbidden('the role opens no papers of this kind');
  if (access.may === 'not-know') throw new NotFound();
  const bytes = await deps.files.get(row.storageKey);
  if (!bytes) {
    deps.log.error({ documentId }, 'a document has no file');
    throw new NotFound();
  }
  if (actor?.organisationKind === 'programme' && access.by !== 'anyone') {
    await recordAudit(deps.db, deps, {
      actor,
      action: 'document:open',
      subjectKind: 'document',
      subjectId: documentId,
      detail: { kind, by: access.by },
    });
  }
  return { fileName: row.fileName, contentType: row.contentType, sha256: row.sha256, bytes };
}

async function readPaper(
  { db }: Pick<Deps, 'db'>,
  { actor, documentId }: { actor: Actor | null; documentId: string },
): Promise<Row | undefined> {
  const reader = actor?.organisationId ?? null;
  const [row] = await db.$queryRaw<Row[]>`
    WITH lots AS (
      SELECT l.id, l.state, ld.kind FROM "LotDocument" ld JOIN "Lot" l ON l.id = ld."lotId"
       WHERE ld."documentId" = ${documentId}::uuid)
    SELECT d."fileName", d."contentType", d.sha256, d."storageKey",
           coalesce((SELECT 'lot-' || min(kind) FROM lots), d.kind) AS kind,
           coalesce(d."organisationId" = ${reader}::uuid, false) AS "isOwner",
           coalesce(o."programmeId" = ${reader}::uuid AND o.id <> ${reader}::uuid, false) AS "isProgramme",
           EXISTS (SELECT 1 FROM "Payout" p
                    WHERE d.id IN (p."proofDocumentId", p."costDocumentId", p."backDocumentId")
                      AND p."cooperativeId" = ${reader}::uuid) AS "isPayee",
           EXISTS (SELECT 1 FROM "Application" a WHERE a."organisationId" = ${reader}::uuid
                     AND a.state IN ('accepted', 'accepted_with_plan')) AS "isAccepted",
           EXISTS (SELECT 1 FROM "Order" r JOIN lots ON lots.id = r."lotId"
                    WHERE r."buyerId" = ${reader}::uuid AND r.state NOT IN ('expired', 'cancelled')) AS "hasOrder",
           EXISTS (SELECT 1 FROM lots WHERE state = 'listed') AS "isListed",
           EXISTS (SELECT 1 FROM lots WHERE state IN ('listed', 'sold', 'closed')) AS "wasOnSale"
      FROM "Document" d JOIN "Organisation" o ON o.id = d."organisationId"
     WHERE d.id = ${documentId}::uuid`;
  return row;
}

function kindOf(kind: string): PaperKind {
  return PAPER_KINDS.find((known) => known === kind) ?? 'evidence';
}

function relationsOf(row: Row): Relation[] {
  const holds: Record<Relation, boolean> = {
    // First, so that what everybody may see is not noted as opened by staff.
    anyone: row.wasOnSale,
    owner: row.isOwner,
    programme: row.isProgramme,
    payee: row.isPayee,
    'buyer-of-order': row.isAccepted && row.hasOrder,
    'buyer-of-listed-lot': row.isAccepted && row.isListed,
  };
  return (Object.keys(holds) as Relation[]).filter((relation) => holds[relation]);
}
