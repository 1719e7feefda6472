import { dayStart } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Tx } from '#app/platform/db/connect.server';
import { isPair } from '../sources/reading';
import { periodOf, periodStart } from '../series/period';
import type { ClassifiedFigure } from './classify';
import { pairOf } from './plan-vintage.server';

export type Storing = {
  figures: readonly ClassifiedFigure[];
  importId: string;
  publishedOn: string;
  /** Whoever brought the rates; the publisher stands for the second person. */
  importedBy: string;
  source: string;
  now: Date;
  newId: () => string;
  onProgress?: (done: number, total: number) => Promise<void>;
};

/** A few statements a second for the reader of the progress bar; thousands of rows each. */
const CHUNK = 1_500;
const RATE_SOURCES: Record<string, string> = { ecb: 'European Central Bank' };

/** Stores what is new to us and answers how many values came into force. */
export async function storeFigures(tx: Tx, storing: Storing): Promise<number> {
  const { figures, onProgress = async () => undefined } = storing;
  const aside = await keptAside(tx);
  const prices = figures.filter(
    (figure) => !isPair(figure.series) && figure.kind !== 'unchanged' && !aside.has(asideKey(figure)),
  );
  // A rate that does not come into force is not kept: the publisher's file has it.
  const rates = figures.filter(({ series, kind, inForce }) => isPair(series) && kind !== 'unchanged' && inForce);
  const total = prices.length + rates.length;
  let entering = 0;
  let done = 0;
  for (const chunk of chunksOf(prices)) {
    entering += await storePrices(tx, chunk, storing);
    await onProgress((done += chunk.length), total);
  }
  for (const chunk of chunksOf(rates)) {
    await storeRates(tx, chunk, storing);
    entering += chunk.length;
    await onProgress((done += chunk.length), total);
  }
  return entering;
}

function chunksOf<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

async function storePrices(tx: Tx, figures: readonly ClassifiedFigure[], storing: Storing): Promise<number> {
  const { importId, publishedOn, now, newId } = storing;
  const rows = figures.map((figure) => ({ ...figure, id: newId(), period: periodStart(figure.period).toISOString() }));
  // One statement each, in the order of the file, instead of one per row.
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

async function storeRates(tx: Tx, figures: readonly ClassifiedFigure[], storing: Storing): Promise<void> {
  const { importId, importedBy, source, now, newId } = storing;
  const rows = figures.map(({ series, period: on, value: rate }) => ({ id: newId(), ...pairOf(series), rate, on }));
  await tx.$executeRaw`
    INSERT INTO "FxRate" (id, base, quote, rate, "on", source, "enteredBy", "approvedBy", "importId", "recordedAt")
    SELECT r.id, r.base, r.quote, r.rate::numeric, r."on"::date, ${RATE_SOURCES[source] ?? source}, ${importedBy},
      ${`publisher:${source}`}, ${importId}::uuid, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, base text, quote text, rate text, "on" text)`;
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
