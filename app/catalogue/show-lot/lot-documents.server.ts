import type { Tx } from '#app/platform/db/connect.server';
import { isLotDocumentKind, type LotDocumentKind } from '../products/terms';

export type LotDocument = {
  documentId: string;
  kind: LotDocumentKind;
  fileName: string;
  contentType: string;
  sizeBytes: number;
  /** ISO */
  uploadedAt: string;
};

type Row = Omit<LotDocument, 'kind' | 'uploadedAt'> & { kind: string; uploadedAt: Date };

/**
 * A lot's papers and photos, the oldest first, in one query. Whether a reader may open one is decided where
 * it is served.
 */
export async function lotDocuments(tx: Pick<Tx, '$queryRaw'>, lotId: string): Promise<LotDocument[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l."documentId", l.kind, d."fileName", d."contentType", d."sizeBytes", d."uploadedAt"
      FROM "LotDocument" l JOIN "Document" d ON d.id = l."documentId"
     WHERE l."lotId" = ${lotId}::uuid ORDER BY l."documentId"`;
  return rows.flatMap(({ kind, uploadedAt, ...row }) =>
    isLotDocumentKind(kind) ? [{ ...row, kind, uploadedAt: uploadedAt.toISOString() }] : [],
  );
}
