import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { Decimal, fixed, plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { periodOf } from '../series/period';
import { localPriceDigest } from '../imports/local-price-digest.server';
import { readCursor } from '../imports/list-imports.server';
import { namesOf } from '../imports/names-of.server';
import { STILL_WAITING } from '../imports/still-waiting.server';

export type QuarantinedRow = {
  id: string;
  series: string;
  commodity: string;
  unit: string;
  period: string;
  value: string;
  vintage: string;
  source: string;
  /** The newest value in force, which counts until then. */
  inForce: { period: string; value: string; movePct: string } | null;
  /** Who has accepted it so far, when and why: what a second person weighs. */
  accepted: { by: string; at: string; reason: string }[];
  /** Of a local price of the reader's programme. */
  evidence: { href: string | null } | null;
  decidedByReader: boolean;
  recordedAt: string;
};

export type MaterialRow = {
  id: string;
  series: string;
  commodity: string;
  unit: string;
  period: string;
  before: string;
  after: string;
  movePct: string;
  vintage: string;
  recordedAt: string;
};

const PAGE_SIZE = 20;

type Waiting = {
  id: string;
  seriesKey: string;
  commodity: string;
  unit: string;
  period: Date;
  value: string;
  vintageOn: Date;
  source: string;
  sha256: string;
  recordedAt: Date;
  lastPeriod: Date | null;
  lastValue: string | null;
  accepted: { staffId: string; at: string; reason: string }[];
};

/** Figures that moved too far and wait for two of the staff, oldest first. */
export async function listQuarantined(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<QuarantinedRow[]> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const rows = await deps.db.$queryRaw<Waiting[]>`
    SELECT o.id, o."seriesKey", s.commodity, s.unit, o.period, o.value::text AS value, o."vintageOn", i.source, i.sha256, o."recordedAt",
      f.period AS "lastPeriod", f.value::text AS "lastValue",
      (SELECT coalesce(json_agg(json_build_object('staffId', d."staffId", 'at', d."decidedAt", 'reason', d.reason) ORDER BY d."decidedAt"), '[]')
        FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND d.accepted) AS accepted
    FROM "Observation" o JOIN "Series" s ON s.key = o."seriesKey" JOIN "PriceImport" i ON i.id = o."importId"
    LEFT JOIN LATERAL (SELECT period, value FROM "ObservationInForce" WHERE "seriesKey" = o."seriesKey" AND period < o.period
      ORDER BY period DESC, position DESC LIMIT 1) f ON true
    WHERE ${STILL_WAITING}
    ORDER BY o."recordedAt", o.period, o."seriesKey" LIMIT 100`;
  const staff = rows.flatMap(({ accepted }) => accepted.map(({ staffId }) => staffId));
  const [names, evidence] = await Promise.all([namesOf(deps, staff), localEvidence(deps, { actor, rows })]);
  // The same roles as in the table of papers, which is of a room above.
  const opensPapers = can(actor, 'price:approve');
  const evidenceOf = (sha256: string) => {
    const documentId = evidence.get(sha256);
    return documentId === undefined ? null : { href: opensPapers ? `/documents/${documentId}` : null };
  };
  return rows.map((row) => ({
    id: row.id,
    series: row.seriesKey,
    commodity: row.commodity,
    unit: row.unit,
    period: periodOf(row.period),
    value: plain(row.value),
    vintage: dayOf(row.vintageOn),
    source: row.source,
    inForce:
      row.lastPeriod && row.lastValue
        ? {
            period: periodOf(row.lastPeriod),
            value: plain(row.lastValue),
            movePct: movePct(row.lastValue, row.value),
          }
        : null,
    accepted: row.accepted.map(({ staffId, at, reason }) => ({
      by: names.get(staffId) ?? staffId,
      at: new Date(at).toISOString(),
      reason,
    })),
    evidence: evidenceOf(row.sha256),
    decidedByReader: row.accepted.some(({ staffId }) => staffId === actor.userId),
    recordedAt: row.recordedAt.toISOString(),
  }));
}

/** By digest of their vintages: the evidence of local prices that the reader's programme entered. Others' documents are not the reader's to open. */
async function localEvidence(
  deps: Pick<Deps, 'db'>,
  { actor, rows }: { actor: Actor; rows: Waiting[] },
): Promise<ReadonlyMap<string, string>> {
  if (!rows.some(({ source }) => source === 'local-price')) return new Map();
  const proposals = await deps.db.priceProposal.findMany({
    where: {
      programmeId: actor.programmeId ?? actor.organisationId,
      kind: 'local-price',
      state: 'approved',
      documentId: { not: null },
    },
    orderBy: { proposedAt: 'desc' },
    take: 500,
    select: { id: true, facts: true, documentId: true },
  });
  return new Map(
    proposals.map(({ id, facts, documentId }) => [localPriceDigest({ id, facts: facts as object }), documentId ?? '']),
  );
}

/** Old figures that their publisher changed by more than half a percent, newest change first. Orders priced on the old value keep it. */
export async function listMaterial(
  deps: Pick<Deps, 'db'>,
  { actor, cursor }: { actor: Actor; cursor: string | null },
): Promise<{ items: MaterialRow[]; next: string | null }> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const after = readCursor(cursor);
  const rows = await deps.db.observation.findMany({
    where: {
      kind: 'revised',
      material: true,
      ...(after ? { OR: [{ recordedAt: { lt: after.at } }, { recordedAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_SIZE + 1,
    include: { series: { select: { unit: true, commodity: true } } },
  });
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    items: page.map(({ id, seriesKey, series, period, value, previousValue, vintageOn, recordedAt }) => {
      const [before, amount] = [previousValue?.toFixed() ?? '', value.toFixed()];
      return {
        id,
        series: seriesKey,
        ...series,
        period: periodOf(period),
        before: plain(before),
        after: plain(amount),
        movePct: movePct(before, amount),
        vintage: dayOf(vintageOn),
        recordedAt: recordedAt.toISOString(),
      };
    }),
    next: rows.length > PAGE_SIZE && last ? `${last.recordedAt.toISOString()}~${last.id}` : null,
  };
}

function movePct(before: string, after: string): string {
  return fixed(new Decimal(after).minus(before).div(before).times(100), 1);
}
