import { dayOf, dayStart, isDay } from '#app/money/calendar-day';
import { createHash } from 'node:crypto';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { takeUploadQuota, type QuotaRefusal } from '#app/platform/files/upload-quota.server';
import { requestWork } from '#app/platform/jobs/long-work.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { quoted } from '../../sources/import-refusal';
import { isBroughtSource } from '../../sources/registry';
import { OPEN } from './draft-state';

type Upload = {
  actor: Actor;
  source: string;
  file: { name: string; bytes: Uint8Array } | null;
  /** Asked for a table only, which does not say its date. */
  publishedOn: string;
  requestId: string;
};
type UploadRefusal = 'source' | 'file-missing' | 'published-on' | 'key-reused' | QuotaRefusal;

/** Keeps a file that staff bring and has it read by a job. The same file, while it is still looked at, is the same draft. */
export async function openDraft(
  deps: Deps,
  { actor, source, file, publishedOn, requestId }: Upload,
): Promise<Result<{ draftId: string }, UploadRefusal>> {
  if (!can(actor, 'price:import')) throw new Forbidden();
  if (!isBroughtSource(source)) return refuse('source', 'pricing:imports.refusal.source', { path: 'source' });
  if (!file) return refuse('file-missing', 'pricing:imports.refusal.file', { path: 'file' });
  const now = deps.clock.now();
  const isTable = source === 'csv';
  if (isTable && (!isDay(publishedOn) || publishedOn > dayOf(now)))
    return refuse('published-on', 'pricing:imports.refusal.publishedOn', { path: 'publishedOn' });
  const { bytes } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const day = isTable ? publishedOn : null;
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'open-price-draft', input: { source, sha256, day }, now },
      async () => {
        const open = await tx.priceImportDraft.findFirst({
          where: {
            ...{ programmeId: actor.organisationId, source, sha256, state: { in: [...OPEN] } },
            // With another day of publication a table is another vintage.
            ...(day === null ? {} : { publishedOn: dayStart(day) }),
          },
          select: { id: true },
        });
        if (open) return ok({ draftId: open.id });
        const organisationId = actor.organisationId;
        const quota = await takeUploadQuota(tx, deps, { organisationId, bytes: bytes.length, path: 'file' });
        if (!quota.ok) return quota;
        const draftId = deps.newId();
        const storageKey = `price-imports/${draftId.slice(0, 4)}/${draftId}`;
        await tx.priceImportDraft.create({
          data: {
            id: draftId,
            source,
            fileName: quoted(file.name, 120) || source,
            sha256,
            sizeBytes: bytes.length,
            storageKey,
            publishedOn: day === null ? null : dayStart(day),
            state: 'reading',
            uploadedBy: actor.userId,
            programmeId: actor.organisationId,
            uploadedAt: now,
          },
        });
        const workId = await requestWork(tx, deps, {
          kind: 'price-import',
          subjectId: draftId,
          requestedBy: actor.userId,
        });
        await deps.jobs.enqueue(tx, 'read-price-file', { draftId, workId });
        await recordAudit(tx, deps, {
          actor,
          action: 'price:import',
          subjectKind: 'price-draft',
          subjectId: draftId,
          detail: { source, sha256 },
        });
        await deps.files.put(storageKey, bytes);
        return ok({ draftId });
      },
    ),
  );
}
