import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { endWork, reportWork } from '#app/platform/jobs/long-work.server';
import type { ImportRefusal } from '../../sources/import-refusal';
import { NO_COUNTS } from '../import-summary';
import { sameImport } from '../same-import.server';
import { planVintage } from '../plan-vintage.server';
import { readDraftFile } from './draft-file.server';
import { lockDraft } from './lock-draft.server';
import { storePreview } from './store-preview.server';

type Job = { draftId: string; workId: string };

/** The job that reads a file and works out what it would change. Nothing counts yet; a second run after a crash begins anew. */
export async function readDraft(deps: Deps, { draftId, workId }: Job): Promise<void> {
  const draft = await deps.db.priceImportDraft.findUnique({ where: { id: draftId } });
  if (draft?.state !== 'reading') return;
  await reportWork(deps, workId, { done: 0, total: 0 });
  const { vintage, sha256, read, publishedOn } = await readDraftFile(deps, draft);
  await inTransaction(deps.db, async (tx) => {
    const current = await lockDraft(tx, draftId);
    if (current?.state !== 'reading') return;
    let waits = false;
    if (!vintage.ok) {
      await refuseDraft(tx, { draftId, read, publishedOn, refusal: vintage });
    } else {
      const known = await sameImport(tx, { source: draft.source, sha256, publishedOn: vintage.value.publishedOn });
      if (known) await unchangedDraft(tx, { draftId, read, importId: known.id });
      else {
        waits = true;
        await storePreview(tx, {
          draftId,
          publishedOn: vintage.value.publishedOn,
          plan: await planVintage(tx, vintage.value),
          changedSince: false,
          onProgress: (done, total) => reportWork(deps, workId, { done, total }),
        });
      }
    }
    await endWork(tx, deps, workId, vintage.ok ? null : vintage.messageKey);
    // A file that changes nothing, or is none, is not kept.
    if (!waits) await deps.jobs.enqueue(tx, 'remove-file', { storageKey: draft.storageKey });
  });
}

type Refused = {
  draftId: string;
  read: number;
  publishedOn: string | null;
  refusal: ImportRefusal;
};

async function refuseDraft(tx: Tx, { draftId, read, publishedOn, refusal }: Refused): Promise<void> {
  const { messageKey, params = {}, rows } = refusal;
  await tx.priceImportDraft.update({
    where: { id: draftId },
    data: {
      state: 'refused',
      refusalKey: messageKey,
      refusalParams: rows ? { ...params, rows } : params,
      counts: { ...NO_COUNTS, read, rejected: read },
      ...(publishedOn ? { publishedOn: new Date(`${publishedOn}T00:00:00Z`) } : {}),
    },
  });
}

async function unchangedDraft(
  tx: Tx,
  { draftId, read, importId }: { draftId: string; read: number; importId: string },
): Promise<void> {
  await tx.priceImportDraft.update({
    where: { id: draftId },
    data: { state: 'unchanged', importId, counts: { ...NO_COUNTS, read, unchanged: read } },
  });
}
