import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { isoDay } from '../series/period';
import type { DraftState } from './drafts/draft-state';
import { OPEN } from './drafts/draft-state';
import type { ImportCounts, ImportStatus } from './import-summary';
import { namesOf } from './names-of.server';

export type ImportRow = ImportCounts & {
  id: string;
  source: string;
  fileName: string;
  sha256: string;
  publishedOn: string;
  status: ImportStatus;
  /** A person's name, or what brought it: `feed:ecb`, `command:import`, `snapshot`. */
  by: string;
  isPerson: boolean;
  recordedAt: string;
};

export type OpenDraft = {
  id: string;
  source: string;
  fileName: string;
  state: DraftState;
  uploadedBy: string | null;
  uploadedAt: string;
};

const PAGE_SIZE = 20;

/** What was taken in, newest first, a page at a time. */
export async function listImports(
  deps: Pick<Deps, 'db'>,
  { actor, cursor }: { actor: Actor; cursor: string | null },
): Promise<{ items: ImportRow[]; next: string | null }> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const after = readCursor(cursor);
  const rows = await deps.db.priceImport.findMany({
    where: after ? { OR: [{ recordedAt: { lt: after.at } }, { recordedAt: after.at, id: { lt: after.id } }] } : {},
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    omit: { series: true, asideRates: true },
  });
  const page = rows.slice(0, PAGE_SIZE);
  const names = await namesOf(
    deps,
    page.map(({ importedBy }) => importedBy),
  );
  const last = page.at(-1);
  return {
    items: page.map(({ importedBy, publishedOn, recordedAt, status, ...row }) => ({
      ...row,
      status: status as ImportStatus,
      publishedOn: isoDay(publishedOn),
      recordedAt: recordedAt.toISOString(),
      by: names.get(importedBy) ?? importedBy,
      isPerson: names.has(importedBy),
    })),
    next: rows.length > PAGE_SIZE && last ? `${last.recordedAt.toISOString()}~${last.id}` : null,
  };
}

/** Files of the actor's programme that nobody has decided on yet. */
export async function listOpenDrafts(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<OpenDraft[]> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const rows = await deps.db.priceImportDraft.findMany({
    where: { programmeId: actor.organisationId, state: { in: [...OPEN] } },
    orderBy: { uploadedAt: 'desc' },
    take: PAGE_SIZE,
  });
  const names = await namesOf(
    deps,
    rows.map(({ uploadedBy }) => uploadedBy),
  );
  return rows.map(({ id, source, fileName, state, uploadedBy, uploadedAt }) => ({
    id,
    source,
    fileName,
    state: state as DraftState,
    uploadedBy: names.get(uploadedBy) ?? null,
    uploadedAt: uploadedAt.toISOString(),
  }));
}

export function readCursor(cursor: string | null): { at: Date; id: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { at: new Date(match[1]), id: match[2] } : null;
}
