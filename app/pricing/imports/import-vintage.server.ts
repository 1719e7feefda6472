import { plain } from '#app/money/decimal';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { ensureSeries } from '../series/ensure-series.server';
import { dayStart, periodOf, periodStart, type Period } from '../series/period';
import { classifySeries, type ClassifiedFigure, type Figure } from './classify';
import { countFigures, NO_COUNTS, statusOf, type ImportSummary } from './import-summary';

type VintageInput = {
  source: string;
  fileName: string;
  sha256: string;
  publishedOn: string;
  figures: readonly Figure[];
  /** Staff member or command. */
  importedBy: string;
};

/**
 * Takes a publisher's file in as one vintage: all of it or, when anything fails, nothing. The same file a second time changes nothing.
 * Values already known are not stored again; what is in force afterwards follows the rules of `classify.ts`.
 */
export async function importVintage(deps: Deps, input: VintageInput): Promise<ImportSummary> {
  return inTransaction(deps.db, async (tx) => {
    // One import of a source at a time: the second must see what the first has put in force.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`price-import:${input.source}`}))`;
    const { source, sha256, publishedOn } = input;
    const head = { source, publishedOn, sha256 };
    const same = await tx.priceImport.findUnique({
      where: { source_sha256: { source, sha256 } },
      select: { id: true },
    });
    if (same) {
      const read = input.figures.length;
      return { ...head, status: 'unchanged' as const, ...NO_COUNTS, read, unchanged: read };
    }

    const figures = await classifyAll(tx, input);
    const counts = countFigures(figures);
    const status = statusOf(counts);
    const now = deps.clock.now();
    const importId = deps.newId();
    const { fileName, importedBy } = input;
    await tx.priceImport.create({
      data: {
        id: importId,
        source,
        fileName,
        sha256,
        publishedOn: dayStart(publishedOn),
        status,
        ...counts,
        importedBy,
        recordedAt: now,
      },
    });
    const entering = await storeFigures(tx, { figures, importId, publishedOn, now, newId: deps.newId });
    if (entering > 0) {
      await deps.jobs.enqueue(
        tx,
        'recompute-bands',
        { reason: `price-import ${importId}` },
        { key: 'recompute-bands' },
      );
    }
    return { ...head, status, ...counts };
  });
}

async function classifyAll(tx: Tx, { source, publishedOn, figures }: VintageInput): Promise<ClassifiedFigure[]> {
  const keys = [...new Set(figures.map((figure) => figure.series))];
  await ensureSeries(tx, keys);
  const series = await tx.series.findMany({ where: { key: { in: keys } } });
  const later = await tx.priceImport.findFirst({
    where: { source, publishedOn: { gt: dayStart(publishedOn) } },
    select: { id: true },
  });
  const inForce = await valuesInForce(tx, keys);
  const bySeries = new Map<string, Figure[]>(keys.map((key) => [key, []]));
  for (const figure of figures) bySeries.get(figure.series)?.push(figure);
  return series.flatMap(({ key, quarantinePct }) =>
    classifySeries(bySeries.get(key) ?? [], inForce.get(key) ?? new Map(), {
      olderVintage: later !== null,
      quarantinePct: quarantinePct.toFixed(),
    }),
  );
}

async function valuesInForce(tx: Tx, keys: readonly string[]): Promise<Map<string, Map<Period, string>>> {
  const rows = await tx.$queryRaw<{ seriesKey: string; period: Date; value: string }[]>`
    SELECT DISTINCT ON ("seriesKey", period) "seriesKey", period, value::text AS value
    FROM "ObservationInForce" WHERE "seriesKey" = ANY(${keys}::text[])
    ORDER BY "seriesKey", period DESC, position DESC`;
  const found = new Map<string, Map<Period, string>>();
  for (const { seriesKey, period, value } of rows) {
    const values = found.get(seriesKey) ?? new Map<Period, string>();
    values.set(periodOf(period), plain(value));
    found.set(seriesKey, values);
  }
  return found;
}

type Storing = {
  figures: readonly ClassifiedFigure[];
  importId: string;
  publishedOn: string;
  now: Date;
  newId: () => string;
};

/** Stores what is new to us and answers how many values came into force. */
async function storeFigures(tx: Tx, { figures, importId, publishedOn, now, newId }: Storing): Promise<number> {
  const aside = await keptAside(tx);
  const rows = figures
    .filter((figure) => figure.kind !== 'unchanged' && !aside.has(asideKey(figure)))
    .map((figure) => ({
      id: newId(),
      series: figure.series,
      period: periodStart(figure.period).toISOString(),
      value: figure.value,
      kind: figure.kind,
      material: figure.material,
      previous: figure.previous,
      inForce: figure.inForce,
    }));
  if (rows.length === 0) return 0;
  // Thousands of rows: one statement each, in the order of the file, instead of one per row.
  await tx.$executeRaw`
    INSERT INTO "Observation" (id, "seriesKey", period, value, "importId", "vintageOn", kind, material, "previousValue", "recordedAt")
    SELECT r.id, r.series, r.period::date, r.value::numeric, ${importId}::uuid, ${dayStart(publishedOn)}::date, r.kind, r.material,
      r.previous::numeric, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id uuid, series text, period text, value text, kind text, material boolean, previous text)`;
  const entering = rows.filter((row) => row.inForce);
  await tx.$executeRaw`
    INSERT INTO "ObservationInForce" ("seriesKey", period, value, "vintageOn", "observationId", "recordedAt")
    SELECT r.series, r.period::date, r.value::numeric, ${dayStart(publishedOn)}::date, r.id, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(entering)}::jsonb) AS r(id uuid, series text, period text, value text)`;
  return entering.length;
}

/**
 * Values that were kept aside before and are still so: the next file says them again, which is no news. A quarantined value that staff
 * turned down is news again, for it is the publisher's word against theirs.
 */
async function keptAside(tx: Tx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ seriesKey: string; period: Date; value: string }[]>`
    SELECT DISTINCT o."seriesKey", o.period, o.value::text AS value FROM "Observation" o
    WHERE o.kind IN ('rounding', 'superseded', 'quarantined')
      AND NOT EXISTS (SELECT 1 FROM "ObservationInForce" f WHERE f."observationId" = o.id)
      AND NOT EXISTS (SELECT 1 FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND NOT d.accepted)`;
  return new Set(rows.map(({ seriesKey, period, value }) => `${seriesKey}|${periodOf(period)}|${plain(value)}`));
}

function asideKey({ series, period, value, inForce }: ClassifiedFigure): string {
  // What comes into force is always stored, whatever was said of it before.
  return inForce ? '' : `${series}|${period}|${plain(value)}`;
}
