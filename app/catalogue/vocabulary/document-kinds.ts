import { LOT_DOCUMENT_KINDS, type LotDocumentKind } from '../products/terms';

export function isLotDocumentKind(kind: string): kind is LotDocumentKind {
  return (LOT_DOCUMENT_KINDS as readonly string[]).includes(kind);
}
