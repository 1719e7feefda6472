import type { Grade } from '#app/catalogue/products/contained-mass';
import type { Deps } from '#app/platform/deps';

/** What waits for staff, in the order of its weight. */
export const NEEDS = [
  'frozen',
  'mismatch',
  'late-payout',
  'approve-payout',
  'prepare-payout',
  'under-floor',
  'application',
  'lot',
  'stale-price',
] as const;
export type Need = (typeof NEEDS)[number];

export type NeedLine = {
  need: Need;
  count: number;
  /** The longest waiting: what it is called, whose it is, since when (ISO time), and its id. */
  first: {
    id: string;
    name: string;
    organisation: string | null;
    since: string;
    /** What it is called is made from these where it is a lot, in the reader's language. */
    lot: LotFacts | null;
  };
};

/** What a lot's title is made from: decimal strings. */
type LotFacts = { mineral: string; form: string; quantity: string; unit: string; grades: Grade[] };

type Row = Omit<NeedLine['first'], 'since'> & { need: Need; since: Date; count: number };

const LATE_HOURS = 48;
const FLOOR_WATCH_DAYS = 30;

/**
 * Queues of every room for the actor's programme in one statement: how many wait, and the longest waiting of each. Orders under the floor stay in sight for a
 * month after they were placed.
 */
export async function needsYou(
  deps: Pick<Deps, 'db' | 'clock'>,
  { programmeId }: { programmeId: string },
): Promise<NeedLine[]> {
  const now = deps.clock.now();
  const late = new Date(now.getTime() - LATE_HOURS * 3_600_000);
  const watch = new Date(now.getTime() - FLOOR_WATCH_DAYS * 24 * 3_600_000);
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH waiting AS (
      SELECT CASE WHEN p.state = 'mismatch' THEN 'mismatch' WHEN p.state = 'prepared' THEN 'approve-payout' ELSE 'late-payout' END AS need,
             p.id::text AS id, p.number AS name, o.name AS organisation, coalesce(p."confirmedAt", p."approvedAt", p."preparedAt") AS since, NULL::jsonb AS lot
        FROM "Payout" p JOIN "Organisation" o ON o.id = p."cooperativeId"
       WHERE p."programmeId" = ${programmeId}::uuid
         AND (p.state IN ('mismatch', 'prepared') OR (p.state = 'approved' AND p."approvedAt" < ${late}))
      UNION ALL
      SELECT 'frozen', d.id::text, d.number, o.name, d."frozenAt", NULL
        FROM "Order" d JOIN "Organisation" o ON o.id = d."cooperativeId"
       WHERE d."programmeId" = ${programmeId}::uuid AND d."frozenFor" IS NOT NULL
      UNION ALL
      SELECT 'prepare-payout', d.id::text, d.number, o.name, d."deliveredAt", NULL
        FROM "Order" d JOIN "Organisation" o ON o.id = d."cooperativeId"
       WHERE d."programmeId" = ${programmeId}::uuid AND d.state = 'delivered' AND d."frozenFor" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "Payout" p WHERE p."orderId" = d.id AND p.state NOT IN ('cancelled', 'partial'))
      UNION ALL
      SELECT 'under-floor', d.id::text, d.number, o.name, d."placedAt", NULL
        FROM "Order" d JOIN "Organisation" o ON o.id = d."cooperativeId"
       WHERE d."programmeId" = ${programmeId}::uuid AND d.verdict = 'below-floor' AND d."placedAt" >= ${watch} AND d."placedAt" <= ${now}
         AND d.state NOT IN ('expired', 'cancelled', 'refunded', 'lost')
      UNION ALL
      SELECT 'application', o.id::text, o.name, NULL, coalesce(a."submittedAt", a."createdAt"), NULL
        FROM "Application" a JOIN "Organisation" o ON o.id = a."organisationId"
       WHERE o."programmeId" = ${programmeId}::uuid AND a.state = 'submitted'
      UNION ALL
      SELECT 'lot', l.id::text, l.number, o.name, coalesce(l."submittedAt", l."createdAt"),
             jsonb_build_object('mineral', l.mineral, 'form', l.form, 'quantity', trim_scale(l.quantity)::text, 'unit', l.unit, 'grades', l.grades)
        FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
       WHERE o."programmeId" = ${programmeId}::uuid AND l.state = 'submitted'
      UNION ALL
      SELECT 'stale-price', s.key, s.commodity, s.source, newest.period::timestamptz, NULL
        FROM "Series" s
       CROSS JOIN LATERAL (SELECT max(f.period) AS period FROM "ObservationInForce" f WHERE f."seriesKey" = s.key) newest
       WHERE newest.period + interval '1 month' + make_interval(days => s."freshDays") < ${now}
    )
    SELECT DISTINCT ON (need) need, id, name, organisation, since, lot, (count(*) OVER (PARTITION BY need))::int AS count
      FROM waiting ORDER BY need, since, id`;
  return rows
    .map(({ need, count, since, ...first }) => ({ need, count, first: { ...first, since: since.toISOString() } }))
    .sort((a, b) => NEEDS.indexOf(a.need) - NEEDS.indexOf(b.need));
}
