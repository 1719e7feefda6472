import { dayOf, dayStart } from '#app/money/calendar-day';
import { createHash } from 'node:crypto';
import { asCurrency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import type { Tx } from '#app/platform/db/connect.server';
import { isPair, type Vintage } from '../sources/reading';
import { periodOf, type Period } from '../series/period';
import { SERIES_DEFINITIONS } from '../series/series-definitions';
import { classifySeries, RATE_QUARANTINE_PCT, type ClassifiedFigure } from './classify';
import { type Figure } from '../sources/reading';
import { countFigures, type ImportCounts } from './import-summary';

type Reader = Pick<Tx, '$queryRaw' | 'series'>;

/** What a vintage would do to what is in force, figure by figure; `digest` tells whether it is still the same at another moment. */
export type VintagePlan = { figures: ClassifiedFigure[]; counts: ImportCounts; digest: string };

/** How far before a file's first day the rates in force are read, to have one to compare with. */
const RATE_LOOK_BACK_DAYS = 120;

/** Reads only: the same before a file is accepted, to show what it would change, and in the transaction that takes it in. */
export async function planVintage(tx: Reader, { publishedOn, figures }: Vintage): Promise<VintagePlan> {
  const bySeries = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = bySeries.get(figure.series);
    if (own) own.push(figure);
    else bySeries.set(figure.series, [figure]);
  }
  const keys = [...bySeries.keys()];
  const [limits, older, prices, rates, aside] = await Promise.all([
    quarantineLimits(tx, keys),
    spokenOfLater(tx, figures, publishedOn),
    valuesInForce(tx, keys),
    ratesInForce(tx, figures),
    setAsideBefore(tx, keys),
  ]);
  const classified = keys.flatMap((key) =>
    classifySeries(bySeries.get(key) ?? [], (isPair(key) ? rates : prices).get(key) ?? new Map(), {
      olderVintage: older.has(key),
      quarantinePct: isPair(key) ? RATE_QUARANTINE_PCT : (limits.get(key) ?? '0'),
      setAside: aside.get(key) ?? new Set(),
    }),
  );
  const said = classified.map(({ series, period, kind, value, previous }) => [series, period, kind, value, previous]);
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { figures: classified, counts: countFigures(classified), digest };
}

/** As staff have set them; for a series that has no row yet, as it is delivered. */
async function quarantineLimits(tx: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.series.findMany({
    where: { key: { in: keys.filter((key) => !isPair(key)) } },
    select: { key: true, quarantinePct: true },
  });
  const delivered = SERIES_DEFINITIONS.map(({ key, quarantinePct }) => [key, quarantinePct] as const);
  return new Map([...delivered, ...rows.map(({ key, quarantinePct }) => [key, quarantinePct.toFixed()] as const)]);
}

/**
 * Series of which a file with a later publisher's date was taken in already, whatever source it came from. A price that staff entered speaks of its own month
 * only: one of June does not make a later day of May old.
 */
async function spokenOfLater(tx: Reader, figures: readonly Figure[], publishedOn: string): Promise<Set<string>> {
  const keys = [...new Set(figures.map(({ series }) => series))];
  const periods = [...new Set(figures.map(({ period }) => period))];
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT DISTINCT key FROM "PriceImport", unnest(series) AS key
    WHERE "publishedOn" > ${dayStart(publishedOn)}::date AND key = ANY(${keys}::text[])
      AND (source <> 'local-price' OR to_char("publishedOn", 'YYYY-MM') = ANY(${periods}::text[]))`;
  return new Set(rows.map(({ key }) => key));
}

async function valuesInForce(tx: Reader, keys: readonly string[]): Promise<Map<string, Map<Period, string>>> {
  const rows = await tx.$queryRaw<{ seriesKey: string; period: Date; value: string }[]>`
    SELECT DISTINCT ON ("seriesKey", period) "seriesKey", period, value::text AS value
    FROM "ObservationInForce" WHERE "seriesKey" = ANY(${[...keys]}::text[])
    ORDER BY "seriesKey", period DESC, position DESC`;
  return grouped(rows.map(({ seriesKey, period, value }) => [seriesKey, periodOf(period), plain(value)]));
}

async function ratesInForce(tx: Reader, figures: readonly Figure[]): Promise<Map<string, Map<string, string>>> {
  const rates = figures.filter(({ series }) => isPair(series));
  const first = rates.map(({ period }) => period).sort()[0];
  if (first === undefined) return new Map();
  const since = new Date(dayStart(first).getTime() - RATE_LOOK_BACK_DAYS * 86_400_000);
  const rows = await tx.$queryRaw<{ base: string; quote: string; on: Date; rate: string }[]>`
    SELECT DISTINCT ON (base, quote, "on") base, quote, "on", rate::text AS rate FROM "FxRate"
    WHERE base = ANY(${[...new Set(rates.map(({ series }) => pairOf(series).base))]}::text[]) AND "on" >= ${since}::date
    ORDER BY base, quote, "on", "recordedAt" DESC, id DESC`;
  return grouped(rows.map(({ base, quote, on, rate }) => [`${base}/${quote}`, dayOf(on), plain(rate)]));
}

/** Periods, or days of a pair, of which a figure moved too far when it came, by series. */
async function setAsideBefore(tx: Reader, keys: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ key: string; at: string }[]>`
    SELECT DISTINCT "seriesKey" AS key, to_char(period, 'YYYY-MM') AS at FROM "Observation"
    WHERE kind = 'quarantined' AND "seriesKey" = ANY(${[...keys]}::text[])
    UNION
    SELECT a.pair, a."on" FROM "PriceImport" i, jsonb_to_recordset(i."asideRates") AS a(pair text, "on" text)
    WHERE a.pair = ANY(${[...keys]}::text[])`;
  const found = new Map<string, Set<string>>();
  for (const { key, at } of rows) found.set(key, (found.get(key) ?? new Set<string>()).add(at));
  return found;
}

export function pairOf(series: string): { base: string; quote: string } {
  const [base = '', quote = ''] = series.split('/');
  return { base: asCurrency(base), quote: asCurrency(quote) };
}

function grouped(
  rows: readonly (readonly [key: string, at: string, value: string])[],
): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [key, at, value] of rows) {
    const values = found.get(key) ?? new Map<string, string>();
    values.set(at, value);
    found.set(key, values);
  }
  return found;
}
