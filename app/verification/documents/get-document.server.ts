import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import type { Actor } from '#app/identity/actor';

type DocumentFile = { fileName: string; contentType: string; sha256: string; bytes: Uint8Array };

type Row = { fileName: string; contentType: string; sha256: string; storageKey: string };

/**
 * The one place that says who may read a file: the organisation that it belongs to; staff of the programme that accompanies it; the cooperative
 * that a payout's proof is about; for a lot that is or was on sale, anyone its photos, and a signed-in buyer its assay and certificates.
 * For everybody else it does not exist.
 */
export async function getDocument(
  deps: Pick<Deps, 'db' | 'files' | 'log'>,
  { actor, documentId }: { actor: Actor | null; documentId: string },
): Promise<DocumentFile> {
  const organisationId = actor?.organisationId ?? null;
  const isStaff = actor?.organisationKind === 'programme';
  const isBuyer = actor?.organisationKind === 'buyer';
  const [row] = await deps.db.$queryRaw<Row[]>`
    SELECT d."fileName", d."contentType", d.sha256, d."storageKey"
      FROM "Document" d
      JOIN "Organisation" o ON o.id = d."organisationId"
     WHERE d.id = ${documentId}::uuid
       AND (d."organisationId" = ${organisationId}::uuid
            OR (${isStaff} AND o."programmeId" = ${organisationId}::uuid)
            OR EXISTS (SELECT 1 FROM "Payout" p WHERE p."proofDocumentId" = d.id AND p."cooperativeId" = ${organisationId}::uuid)
            OR EXISTS (SELECT 1 FROM "LotDocument" ld JOIN "Lot" l ON l.id = ld."lotId"
                        WHERE ld."documentId" = d.id AND l.state IN ('listed', 'sold', 'closed')
                          AND (ld.kind = 'photo' OR ${isBuyer})))`;
  if (!row) throw new NotFound();
  const bytes = await deps.files.get(row.storageKey);
  if (!bytes) {
    deps.log.error({ documentId }, 'a document has no file');
    throw new NotFound();
  }
  return { fileName: row.fileName, contentType: row.contentType, sha256: row.sha256, bytes };
}
