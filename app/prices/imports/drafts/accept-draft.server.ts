import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { endWork, reportWork } from '#app/platform/jobs/long-work.server';
import { takeVintage } from '../import-vintage.server';
import { readDraftFile } from './draft-file.server';
import { lockDraft } from './lock-draft.server';
import { storePreview } from './store-preview.server';

/**
 * The job that takes an accepted file in: all of it in one transaction with the draft's end, so that a process killed in the middle leaves nothing behind and
 * the next run begins anew. When prices have changed since the preview, it is shown once more instead.
 */
export async function acceptDraft(deps: Deps, { draftId, workId }: { draftId: string; workId: string }): Promise<void> {
  const draft = await deps.db.priceImportDraft.findUnique({ where: { id: draftId } });
  if (draft?.state !== 'accepting') return;
  await reportWork(deps, workId, { done: 0, total: 0 });
  const { vintage, sha256 } = await readDraftFile(deps, draft);
  if (!vintage.ok) throw new Error(`Price draft ${draftId} could be read once and cannot any more: ${vintage.code}`);
  const onProgress = (done: number, total: number) => reportWork(deps, workId, { done, total });
  await inTransaction(deps.db, async (tx) => {
    const current = await lockDraft(tx, draftId);
    if (current?.state !== 'accepting') return;
    const { source, fileName, uploadedBy: importedBy, planDigest: agreedTo } = draft;
    const input = { source, fileName, sha256, importedBy, ...vintage.value };
    const taken = await takeVintage(tx, deps, input, { agreedTo, onProgress });
    if ('changed' in taken) {
      const { publishedOn } = vintage.value;
      await storePreview(tx, { draftId, publishedOn, plan: taken.changed, changedSince: true });
    } else {
      await tx.priceImportDraftLine.deleteMany({ where: { draftId } });
      await tx.priceImportDraft.update({
        where: { id: draftId },
        data: { state: 'accepted', importId: taken.importId },
      });
    }
    await endWork(tx, deps, workId);
  });
}
