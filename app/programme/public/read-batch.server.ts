import type { Day } from '#app/money/calendar-day';
import { Decimal } from '#app/money/decimal';
import { Prisma } from '#app/platform/db/generated/client';
import type { Tx } from '#app/platform/db/connect.server';
import { countedOrders } from '../indicators/counted-orders.server';
import type { Month } from '../indicators/period';
import type { Batch, Measure, People } from './publication';

/** Which orders: those that wait since a time, or those that are in a snapshot. */
export type Wanted = { waitingSince: Date | null } | { snapshotId: string };
type Row = { orderId: string; cooperativeId: string; month: Month } & Record<'price' | 'net' | 'baseline', string>;
type Paid = { sex: string; people: number; amount: string };

export type ReadBatch = { batch: Batch; people: People; orders: { orderId: string; cooperativeId: string }[] };

/** A batch of counted orders with its sums, from the same postings as the figures of staff. */
export async function readBatch(
  tx: Tx,
  { measure, from, asOf, wanted }: { measure: Measure; from: Month; asOf: Day; wanted: Wanted },
): Promise<ReadBatch> {
  const counted = countedOrders({ programmeId: null, from, to: asOf.slice(0, 7), asOf });
  const orders = await tx.$queryRaw<Row[]>`
    WITH counted AS (${counted})
    SELECT c.id AS "orderId", c."cooperativeId", c.month, coalesce(c.price * c.usd, 0)::text AS price,
           coalesce(c.net * c.usd, 0)::text AS net, coalesce(c."baselineMinor" * c.usd, 0)::text AS baseline
      FROM counted c WHERE ${belongs(measure)} AND ${wantedSql(measure, wanted)}
     ORDER BY c.id`;
  const paid = measure === 'women' ? await membersMoney(tx, { ids: orders.map(({ orderId }) => orderId), asOf }) : [];
  const of = (sex: string) => paid.find((one) => one.sex === sex) ?? { people: 0, amount: '0' };
  const sum = (key: 'price' | 'net' | 'baseline') =>
    orders.reduce((total, row) => total.plus(row[key]), new Decimal(0)).toFixed();
  return {
    orders,
    people: { female: of('female').people, male: of('male').people },
    batch: {
      newOrders: orders.length,
      cooperativeIds: [...new Set(orders.map(({ cooperativeId }) => cooperativeId))].sort(),
      firstMonth: orders.map(({ month }) => month).sort()[0] ?? '',
      priceUsd: sum('price'),
      netUsd: sum('net'),
      baselineUsd: sum('baseline'),
      womenUsd: of('female').amount,
      membersUsd: new Decimal(of('female').amount).plus(of('male').amount).toFixed(),
    },
  };
}

/** Only orders with the money that a figure is made of make its batches larger. */
function belongs(measure: Measure): Prisma.Sql {
  switch (measure) {
    case 'settled':
      return Prisma.sql`true`;
    case 'kept':
      return Prisma.sql`c.usd IS NOT NULL`;
    case 'baseline':
      return Prisma.sql`c.usd IS NOT NULL AND c."baselineMinor" > 0`;
    case 'women':
      return Prisma.sql`c.usd IS NOT NULL AND EXISTS (SELECT 1 FROM "Distribution" d WHERE d."orderId" = c.id)`;
  }
}

function wantedSql(measure: Measure, wanted: Wanted): Prisma.Sql {
  if ('snapshotId' in wanted)
    return Prisma.sql`c.id IN (SELECT "orderId" FROM "PublishedOrder" WHERE "snapshotId" = ${wanted.snapshotId}::uuid)`;
  const since = wanted.waitingSince ?? new Date(0);
  const recent =
    measure === 'women'
      ? Prisma.sql`EXISTS (SELECT 1 FROM "Distribution" d WHERE d."orderId" = c.id AND d."createdAt" >= ${since})`
      : Prisma.sql`c."moneyAt" >= ${since}`;
  return Prisma.sql`${recent} AND NOT EXISTS (
    SELECT 1 FROM "PublishedOrder" p WHERE p.measure = ${measure}::"PublicMeasure" AND p."orderId" = c.id)`;
}

async function membersMoney(tx: Tx, { ids, asOf }: { ids: string[]; asOf: Day }): Promise<Paid[]> {
  const counted = countedOrders({ programmeId: null, from: '1970-01', to: asOf.slice(0, 7), asOf });
  return tx.$queryRaw<Paid[]>`
    WITH counted AS (${counted} AND o.id = ANY(${ids}::uuid[]))
    SELECT m.sex, count(DISTINCT m.id)::int AS people, sum(-p."amountMinor" * c.usd)::text AS amount
      FROM counted c
      JOIN "JournalEntry" e ON e."orderId" = c.id AND e.kind = 'proceeds-shared'
      JOIN "Posting" p ON p."entryId" = e.id
      JOIN "LedgerAccount" a ON a.id = p."accountId" AND a.code = 'payable-to-member'
      JOIN "CooperativeMember" m ON m.id = a."ownerId"::uuid
     WHERE NOT EXISTS (SELECT 1 FROM "JournalEntry" undone WHERE undone."reversesId" = e.id)
     GROUP BY m.sex`;
}
