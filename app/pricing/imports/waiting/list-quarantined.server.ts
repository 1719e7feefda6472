import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { Decimal, fixed, plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { isoDay, periodOf } from '../../series/period';
import { readCursor } from '../list-imports.server';
import { namesOf } from '../names-of.server';
import { STILL_WAITING } from './still-waiting.server';

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
  acceptedBy: string[];
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
  recordedAt: Date;
  lastPeriod: Date | null;
  lastValue: string | null;
  acceptedBy: string[];
};

/** Figures that moved too far and wait for two of the staff, oldest first. */
export async function listQuarantined(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<QuarantinedRow[]> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const rows = await deps.db.$queryRaw<Waiting[]>`
    SELECT o.id, o."seriesKey", s.commodity, s.unit, o.period, o.value::text AS value, o."vintageOn", i.source, o."recordedAt",
      f.period AS "lastPeriod", f.value::text AS "lastValue",
      ARRAY(SELECT d."staffId" FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND d.accepted ORDER BY d."decidedAt") AS "acceptedBy"
    FROM "Observation" o JOIN "Series" s ON s.key = o."seriesKey" JOIN "PriceImport" i ON i.id = o."importId"
    LEFT JOIN LATERAL (SELECT period, value FROM "ObservationInForce" WHERE "seriesKey" = o."seriesKey" AND period < o.period
      ORDER BY period DESC, position DESC LIMIT 1) f ON true
    WHERE ${STILL_WAITING}
    ORDER BY o."recordedAt", o.period, o."seriesKey" LIMIT 100`;
  const names = await namesOf(
    deps,
    rows.flatMap(({ acceptedBy }) => acceptedBy),
  );
  return rows.map((row) => ({
    id: row.id,
    series: row.seriesKey,
    commodity: row.commodity,
    unit: row.unit,
    period: periodOf(row.period),
    value: plain(row.value),
    vintage: isoDay(row.vintageOn),
    source: row.source,
    inForce:
      row.lastPeriod && row.lastValue
        ? {
            period: periodOf(row.lastPeriod),
            value: plain(row.lastValue),
            movePct: movePct(row.lastValue, row.value),
          }
        : null,
    acceptedBy: row.acceptedBy.map((id) => names.get(id) ?? id),
    decidedByReader: row.acceptedBy.includes(actor.userId),
    recordedAt: row.recordedAt.toISOString(),
  }));
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
        vintage: isoDay(vintageOn),
        recordedAt: recordedAt.toISOString(),
      };
    }),
    next: rows.length > PAGE_SIZE && last ? `${last.recordedAt.toISOString()}~${last.id}` : null,
  };
}

function movePct(before: string, after: string): string {
  return fixed(new Decimal(after).minus(before).div(before).times(100), 1);
}
