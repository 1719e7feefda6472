import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { needsAnother, OPEN, type DraftState } from './drafts/draft-state';
import { keptRefusal, type KeptRefusal } from './drafts/kept-refusal';
import type { ImportCounts, ImportStatus } from './import-summary';
import { STILL_WAITING } from './still-waiting.server';
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
  /** Some of what it put aside has not been decided on. */
  waits: boolean;
};

export type ListedDraft = {
  id: string;
  source: string;
  fileName: string;
  state: DraftState;
  uploadedBy: string | null;
  uploadedAt: string;
  /** The reader brought it, and another of the staff must accept it. */
  needsAnother: boolean;
  /** Why it was refused. */
  refusal: KeptRefusal | null;
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
  const [names, waiting] = await Promise.all([
    namesOf(
      deps,
      page.map(({ importedBy }) => importedBy),
    ),
    waitingOf(
      deps,
      page.filter(({ quarantined }) => quarantined > 0).map(({ id }) => id),
    ),
  ]);
  const last = page.at(-1);
  return {
    items: page.map(({ importedBy, publishedOn, recordedAt, status, ...row }) => ({
      ...row,
      status: status as ImportStatus,
      publishedOn: dayOf(publishedOn),
      recordedAt: recordedAt.toISOString(),
      by: names.get(importedBy) ?? importedBy,
      isPerson: names.has(importedBy),
      waits: waiting.has(row.id),
    })),
    next: rows.length > PAGE_SIZE && last ? `${last.recordedAt.toISOString()}~${last.id}` : null,
  };
}

/** Which imports have figures aside that still wait. One query, or none. */
async function waitingOf(deps: Pick<Deps, 'db'>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT o."importId" AS id FROM "Observation" o
     WHERE o."importId" = ANY(${[...ids]}::uuid[]) AND ${STILL_WAITING}`;
  return new Set(rows.map(({ id }) => id));
}

const MOST_REFUSED = 10;

/** Files of the actor's programme that nobody has decided on yet, and the last that were refused. */
export async function listDrafts(
  deps: Pick<Deps, 'db'>,
  { actor }: { actor: Actor },
): Promise<{ open: ListedDraft[]; refused: ListedDraft[] }> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const newest = (states: readonly DraftState[], take: number) =>
    deps.db.priceImportDraft.findMany({
      where: { programmeId: actor.organisationId, state: { in: [...states] } },
      orderBy: [{ uploadedAt: 'desc' }, { id: 'desc' }],
      take,
    });
  const [open, refused] = await Promise.all([newest(OPEN, PAGE_SIZE), newest(['refused'], MOST_REFUSED)]);
  const rows = [...open, ...refused];
  const names = await namesOf(
    deps,
    rows.map(({ uploadedBy }) => uploadedBy),
  );
  const listed = (row: (typeof rows)[number]): ListedDraft => ({
    id: row.id,
    source: row.source,
    fileName: row.fileName,
    state: row.state as DraftState,
    uploadedBy: names.get(row.uploadedBy) ?? null,
    uploadedAt: row.uploadedAt.toISOString(),
    needsAnother: needsAnother(row, actor.userId),
    refusal: keptRefusal(row),
  });
  return { open: open.map(listed), refused: refused.map(listed) };
}

export function readCursor(cursor: string | null): { at: Date; id: string } | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[1] && match[2] ? { at: new Date(match[1]), id: match[2] } : null;
}
