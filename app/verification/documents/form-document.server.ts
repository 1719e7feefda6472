import type { Actor } from '#app/identity/actor';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { Form } from '#app/platform/http/form.server';
import { uuidParam } from '#app/platform/http/request-values';
import { ok, type Result } from '#app/platform/result';
import { inspectFile, type FileRefusal } from './inspect-file.server';
import { ownDocument, type OwnDocument } from './own-document.server';
import { keepDocument, storeDocument } from './store-document.server';

/** The file of a form that may come back with a question, under the name of its field and of what it is for. */
type Asked = { actor: Actor; form: Form; path: string; kind: string };
type Keep = (tx: Tx) => Promise<{ documentId: string }>;

/** What was kept when the form came back; null where it brings a file of its own now, or brought none before. */
export async function keptBefore(deps: Deps, { actor, form, path, kind }: Asked): Promise<OwnDocument | null> {
  const documentId = uuidParam(form.text(`${path}Id`));
  return documentId === null || form.hasFiles ? null : ownDocument(deps, { actor, documentId, kind });
}

/** How to keep the file of the form, once it is checked, in the transaction of what it belongs to; null without one. What was kept before is there already. */
export async function documentOfForm(
  deps: Deps,
  { actor, form, path, kind, kept, action }: Asked & { kept: OwnDocument | null; action: string },
): Promise<Result<Keep | null, FileRefusal>> {
  if (kept) return ok(() => Promise.resolve({ documentId: kept.documentId }));
  const file = form.file(path);
  if (!file) return ok(null);
  const inspected = await inspectFile(deps, { actor, file, path, write: { key: form.requestKey(), action } });
  return inspected.ok ? ok((tx) => keepDocument(tx, deps, { actor, kind, file: inspected.value })) : inspected;
}

/** Keeps the file of a form that is sent back with a question: no browser fills in a file again. */
export async function keepForAnswer(
  deps: Deps,
  { actor, form, path, kind, kept }: Asked & { kept: OwnDocument | null },
): Promise<OwnDocument | null> {
  if (kept) return kept;
  const stored = await storeDocument(deps, { actor, kind, file: form.file(path), path });
  return stored.ok ? ownDocument(deps, { actor, documentId: stored.value.documentId, kind }) : null;
}
