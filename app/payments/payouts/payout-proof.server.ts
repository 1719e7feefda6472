import { createHash } from 'node:crypto';
import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { ok, type Result } from '#app/platform/result';
import { inspectFile, type FileRefusal, type InspectedFile } from '#app/verification/documents/inspect-file.server';
import { keepDocument } from '#app/verification/documents/store-document.server';

/** A paper of a bank or operator: as uploaded now, or a document that the programme keeps already. */
export type PayoutProof = { name: string; bytes: Uint8Array } | { documentId: string };
export type ReadProof = { file: InspectedFile | null; documentId: string | null; digest: string };

type ProofUpload = { actor: Actor; proof: PayoutProof; path?: string; write: { key: string; action: string } };

/**
 * Looks at the file before any transaction. The digest is of the bytes as they came: another file under the
 * same request id is another input.
 */
export async function readProof(
  deps: Parameters<typeof inspectFile>[0],
  { actor, proof, path = 'proof', write }: ProofUpload,
): Promise<Result<ReadProof, FileRefusal>> {
  if ('documentId' in proof) return ok({ file: null, documentId: proof.documentId, digest: proof.documentId });
  const inspected = await inspectFile(deps, { actor, file: proof, path, write });
  if (!inspected.ok) return inspected;
  const digest = createHash('sha256').update(proof.bytes).digest('hex');
  return ok({ file: inspected.value, documentId: null, digest });
}

/**
 * Keeps an uploaded proof in the caller's transaction, so that a refusal keeps nothing. Null where a document
 * is not the programme's own.
 */
export async function keepProof(
  tx: Tx,
  deps: Deps,
  { actor, proof }: { actor: Actor; proof: ReadProof },
): Promise<{ documentId: string } | null> {
  const { file, documentId } = proof;
  if (file) return keepDocument(tx, deps, { actor, kind: 'payout-proof', file });
  if (documentId === null) return null;
  const found = await tx.document.count({ where: { id: documentId, organisationId: actor.organisationId } });
  return found === 1 ? { documentId } : null;
}
