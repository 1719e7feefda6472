import { createHash } from 'node:crypto';
import type { Actor } from '#app/identity/actor';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { inspectFile, type FileRefusal } from '#app/verification/documents/inspect-file.server';
import { keepDocument } from '#app/verification/documents/store-document.server';
import type { LotDocumentKind } from '../products/terms';
import { wrongState } from '../vocabulary/lot-refusal';

/** Enough to show a lot from all sides with its papers, and few enough for a page on prepaid data. */
const MAX_DOCUMENTS = 12;

type Attaching = {
  actor: Actor;
  lotId: string;
  kind: LotDocumentKind;
  file: { name: string; bytes: Uint8Array } | null;
  requestId?: string;
};

type Refused = FileRefusal | 'lot-state' | 'too-many-documents' | 'photo-is-no-picture' | 'key-reused';

const ACTION = 'attach-lot-document';

/** Adds a photo, an assay or a certificate to a lot that staff have not approved yet, or to a listed one. */
export async function attachLotDocument(
  deps: Deps,
  { actor, lotId, kind, file, requestId = deps.newId() }: Attaching,
): Promise<Result<{ documentId: string }, Refused>> {
  const inspected = await inspectFile(deps, { actor, file, path: 'file', write: { key: requestId, action: ACTION } });
  if (!inspected.ok) return inspected;
  if (kind === 'photo' && inspected.value.contentType === 'application/pdf')
    return refuse('photo-is-no-picture', 'catalogue:refusal.photoIsNoPicture', { path: 'file' });

  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: ACTION, now: deps.clock.now() },
    input: { lotId, kind, sha256: createHash('sha256').update(inspected.value.bytes).digest('hex') },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<{ documentId: string }, Refused>> => {
      const [lot] = await tx.$queryRaw<{ open: boolean }[]>`
      SELECT state IN ('draft', 'submitted', 'listed') AS open FROM "Lot"
       WHERE id = ${lotId}::uuid AND "cooperativeId" = ${actor.organisationId}::uuid FOR NO KEY UPDATE`;
      if (!lot) throw new NotFound();
      if (!lot.open) return wrongState();
      if ((await tx.lotDocument.count({ where: { lotId } })) >= MAX_DOCUMENTS)
        return refuse('too-many-documents', 'catalogue:refusal.tooManyDocuments', {
          path: 'file',
          params: { max: MAX_DOCUMENTS },
        });
      const { documentId } = await keepDocument(tx, deps, { actor, kind: `lot-${kind}`, file: inspected.value });
      await tx.lotDocument.create({ data: { lotId, documentId, kind } });
      return ok({ documentId });
    }),
  );
}
