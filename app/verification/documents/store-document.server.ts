import { createHash } from 'node:crypto';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { takeUploadQuota } from '#app/platform/files/upload-quota.server';
import { ok, Refused, type Result } from '#app/platform/result';
import type { Actor } from '#app/identity/actor';
import { inspectFile, type FileRefusal, type InspectedFile } from './inspect-file.server';

/**
 * Checks an uploaded file and keeps it, private to the actor's organisation. `kind` says what it is for (a requirement's key, `lot-photo`,
 * `lot-assay`, `payout-proof`); `path` is the form's field. To keep it together with another write, use `inspectFile` and
 * `keepDocument` in that write's transaction.
 */
export async function storeDocument(
  deps: Deps,
  {
    actor,
    kind,
    file,
    path = 'file',
  }: { actor: Actor; kind: string; file: { name: string; bytes: Uint8Array } | null; path?: string },
): Promise<Result<{ documentId: string }, FileRefusal>> {
  const inspected = await inspectFile(deps, { actor, file, path });
  if (!inspected.ok) return inspected;
  return inTransaction(deps.db, async (tx) => ok(await keepDocument(tx, deps, { actor, kind, file: inspected.value })));
}

/**
 * The row first, the file second, the commit last: a failure of any of them leaves no row without its file.
 * Over the organisation's quota it is `Refused`, and with it all that the transaction wanted.
 */
export async function keepDocument(
  tx: Tx,
  deps: Pick<Deps, 'files' | 'clock' | 'newId' | 'settings'>,
  { actor, kind, file }: { actor: Pick<Actor, 'userId' | 'organisationId'>; kind: string; file: InspectedFile },
): Promise<{ documentId: string }> {
  const quota = await takeUploadQuota(tx, deps, {
    ...{ organisationId: actor.organisationId, bytes: file.bytes.length, path: 'file' },
  });
  if (!quota.ok) throw new Refused(quota);
  const documentId = deps.newId();
  const storageKey = `documents/${documentId.slice(0, 4)}/${documentId}`;
  await tx.document.create({
    data: {
      id: documentId,
      organisationId: actor.organisationId,
      kind,
      fileName: file.fileName,
      contentType: file.contentType,
      sizeBytes: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      storageKey,
      uploadedById: actor.userId,
      uploadedAt: deps.clock.now(),
    },
  });
  await deps.files.put(storageKey, file.bytes);
  return { documentId };
}
