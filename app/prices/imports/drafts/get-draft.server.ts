import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { plain } from '#app/money/decimal';
import type { Prisma } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { findWork } from '#app/platform/jobs/long-work.server';
import { SERIES_DEFINITIONS } from '../../series/series-definitions';
import type { FigureKind } from '../classify';
import type { ImportCounts } from '../import-summary';
import { needsAnother, type DraftState } from './draft-state';
import { keptRefusal, type KeptRefusal } from './kept-refusal';
import { namesOf } from '../names-of.server';

export type DraftLine = {
  position: number;
  series: string;
  period: string;
  kind: FigureKind;
  value: string;
  previous: string | null;
  material: boolean;
};

export type DraftPage = {
  id: string;
  source: string;
  fileName: string;
  sha256: string;
  publishedOn: string | null;
  /** Today, where the file's own date lies after it. */
  aheadOf: string | null;
  state: DraftState;
  uploadedBy: string | null;
  uploadedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  counts: ImportCounts | null;
  digest: string | null;
  /** The reader brought it, and another of the staff must accept it. */
  needsAnother: boolean;
  changedSince: boolean;
  refusal: KeptRefusal | null;
  work: { done: number; total: number } | null;
  lines: DraftLine[];
  /** Position after which the next page begins. */
  next: number | null;
  /** What the prices among the lines are of, and their units. */
  series: Record<string, { commodity: string; unit: string }>;
};

export const LINE_FILTERS = ['all', 'quarantined', 'material', 'revised', 'rounding', 'new'] as const;
export type LineFilter = (typeof LINE_FILTERS)[number];

const PAGE_SIZE = 25;

/** A draft with how far its work is and a page of what it would change. Of another programme there is none. */
export async function getDraft(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor, draftId, filter, after }: { actor: Actor; draftId: string; filter: LineFilter; after: number | null },
): Promise<DraftPage> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const draft = await deps.db.priceImportDraft.findUnique({ where: { id: draftId } });
  if (draft?.programmeId !== actor.organisationId) throw new NotFound('draft of another programme');
  const [rows, work, names] = await Promise.all([
    deps.db.priceImportDraftLine.findMany({
      where: { draftId, ...whereOf(filter), ...(after === null ? {} : { position: { gt: after } }) },
      orderBy: { position: 'asc' },
      take: PAGE_SIZE + 1,
    }),
    findWork(deps, { subjectId: draftId }),
    namesOf(deps, [draft.uploadedBy, draft.decidedBy]),
  ]);
  const lines = rows.slice(0, PAGE_SIZE);
  const series = await deps.db.series.findMany({
    where: { key: { in: [...new Set(lines.map((line) => line.series))] } },
    select: { key: true, commodity: true, unit: true },
  });
  // A series that comes with its first file has no row yet.
  const known = [...SERIES_DEFINITIONS, ...series].map(
    ({ key, commodity, unit }) => [key, { commodity, unit }] as const,
  );
  const publishedOn = draft.publishedOn && dayOf(draft.publishedOn);
  const today = dayOf(deps.clock.now());
  return {
    id: draft.id,
    source: draft.source,
    fileName: draft.fileName,
    sha256: draft.sha256,
    publishedOn,
    aheadOf: publishedOn && publishedOn > today ? today : null,
    state: draft.state as DraftState,
    uploadedBy: names.get(draft.uploadedBy) ?? null,
    uploadedAt: draft.uploadedAt.toISOString(),
    decidedBy: names.get(draft.decidedBy ?? '') ?? null,
    decidedAt: draft.decidedAt?.toISOString() ?? null,
    counts: draft.counts as ImportCounts | null,
    digest: draft.planDigest,
    needsAnother: needsAnother(draft, actor.userId),
    changedSince: draft.changedSince,
    refusal: keptRefusal(draft),
    work: work && work.endedAt === null ? { done: work.done, total: work.total } : null,
    lines: lines.map(({ position, series: key, period, kind, value, previousValue, material }) => ({
      position,
      series: key,
      period,
      kind: kind as FigureKind,
      value: plain(value.toFixed()),
      previous: previousValue && plain(previousValue.toFixed()),
      material,
    })),
    next: rows.length > PAGE_SIZE ? (lines.at(-1)?.position ?? null) : null,
    series: Object.fromEntries(known.filter(([key]) => lines.some((line) => line.series === key))),
  };
}

function whereOf(filter: LineFilter): Prisma.PriceImportDraftLineWhereInput {
  if (filter === 'all') return {};
  return filter === 'material' ? { material: true } : { kind: filter };
}
