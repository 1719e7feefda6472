import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { LOT_DOCUMENT_KINDS, type LotDocumentKind } from './forms/terms';
import { statesBefore } from './lots/lot-lifecycle';
import { wrongState } from './lots/lot-refusal';

/** Photos first: six show a lot from all sides, and a page stays small. */
const MAX_DOCUMENTS = 12;

export function isLotDocumentKind(kind: string): kind is LotDocumentKind {
  return (LOT_DOCUMENT_KINDS as readonly string[]).includes(kind);
}

/** Adds a photo, an assay or a certificate to a lot that may still be edited. The file is checked and cleaned by verification. */
export async function attachLotDocument(
  deps: Deps,
  { actor, lotId, kind, file }: { actor: Actor; lotId: string; kind: LotDocumentKind; file: { name: string; bytes: Uint8Array } },
): Promise<Result<{ documentId: string }, string> | Refusal<'lot-state' | 'too-many-documents'>> {
  const lot = await deps.db.lot.findUnique({
    where: { id: lotId, cooperativeId: actor.organisationId },
    select: { state: true, _count: { select: { documents: true } } },
  });
  if (!lot) throw new NotFound();
  if (!statesBefore('edit').includes(lot.state) && lot.state !== 'submitted') return wrongState();
  if (lot._count.documents >= MAX_DOCUMENTS)
    return refuse('too-many-documents', 'catalogue:refusal.tooManyDocuments', { path: 'file', params: { max: MAX_DOCUMENTS } });
  const stored = await storeDocument(deps, { actor, kind: `lot-${kind}`, file });
  if (!stored.ok) return stored;
  await deps.db.lotDocument.create({ data: { lotId, documentId: stored.value.documentId, kind } });
  return ok(stored.value);
}
