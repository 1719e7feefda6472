import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

export type OwnDocument = { documentId: string; fileName: string };

/** A file that this person brought for this purpose before; for anybody else, or for another purpose, there is none. */
export async function ownDocument(
  { db }: Pick<Deps, 'db'>,
  { actor, documentId, kind }: { actor: Actor; documentId: string; kind: string },
): Promise<OwnDocument | null> {
  const row = await db.document.findFirst({
    where: { id: documentId, organisationId: actor.organisationId, uploadedById: actor.userId, kind },
    select: { id: true, fileName: true },
  });
  return row && { documentId: row.id, fileName: row.fileName };
}
