import type { Tx } from '#app/platform/db/connect.server';
import type { LotDocumentKind } from '../../forms/terms';
import { isLotDocumentKind } from '../../lots/document-kinds';

export type LotDocumentView = {
  documentId: string;
  kind: LotDocumentKind;
  fileName: string;
  contentType: string;
  sizeBytes: number;
  /** ISO */
  uploadedAt: string;
};

/** A lot's papers and photos, the oldest first. Whether a reader may open one is decided where it is served. */
export async function lotDocuments(tx: Tx, lotId: string): Promise<LotDocumentView[]> {
  const rows = await tx.lotDocument.findMany({
    where: { lotId },
    include: { document: { select: { fileName: true, contentType: true, sizeBytes: true, uploadedAt: true } } },
    orderBy: { documentId: 'asc' },
  });
  return rows.flatMap(({ documentId, kind, document }) =>
    isLotDocumentKind(kind) ? [{ documentId, kind, ...document, uploadedAt: document.uploadedAt.toISOString() }] : [],
  );
}
