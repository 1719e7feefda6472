import { dayOf } from '#app/money/calendar-day';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { PublicationSnapshot } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { monthStart, yearEnding, type Month } from '../indicators/period';
import { isThick, MEASURES, shownFigures, type Batch, type Measure, type Shown } from './publication';
import { readBatch } from './read-batch.server';

const DAY_MS = 86_400_000;

/**
 * Moves what anybody may read of orders on, where enough of them are new. Everything that waits becomes one batch, for ever; twice, or by two
 * workers at once, it is done once. Answers which measures moved.
 */
export async function publishFigures(deps: Pick<Deps, 'db' | 'clock' | 'newId'>): Promise<Measure[]> {
  const moved: Measure[] = [];
  for (const measure of MEASURES) {
    const hasMoved = await inTransaction(deps.db, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('publish-figures'))`;
      return takeSnapshot(tx, deps, measure);
    });
    if (hasMoved) moved.push(measure);
  }
  return moved;
}

async function takeSnapshot(tx: Tx, deps: Pick<Deps, 'clock' | 'newId'>, measure: Measure): Promise<boolean> {
  const takenAt = deps.clock.now();
  const last = await tx.publicationSnapshot.findFirst({ where: { measure }, orderBy: { number: 'desc' } });
  // A snapshot takes all that waits. A day more, as what was committed a little later than its time would be left out.
  const waitingSince = last && new Date(last.takenAt.getTime() - DAY_MS);
  const from = measure === 'settled' ? EVER : windowStart(takenAt);
  const { batch, people, orders } = await readBatch(tx, {
    ...{ measure, from: measure !== 'women' && waitingSince ? later(from, dayOf(waitingSince)) : from },
    asOf: dayOf(takenAt),
    wanted: { waitingSince },
  });
  if (!isThick(measure, batch, people)) return false;
  const [id, number] = [deps.newId(), (last?.number ?? 0) + 1];
  const shown = shownFigures(measure, [...(await batchesBefore(tx, { measure, number, takenAt })), batch]);
  await tx.publicationSnapshot.create({ data: { id, measure, number, takenAt, ...batchColumns(batch, shown) } });
  await tx.publishedOrder.createMany({ data: orders.map(({ orderId }) => ({ measure, orderId, snapshotId: id })) });
  if (measure === 'settled') await countByCooperative(tx, { snapshotId: id, number });
  return true;
}

/** Earlier batches that lie wholly within the twelve months of a snapshot: they come and go as a whole. */
export async function batchesBefore(
  tx: Tx,
  { measure, number, takenAt }: { measure: Measure; number: number; takenAt: Date },
): Promise<Batch[]> {
  const rows = await tx.publicationSnapshot.findMany({
    where: { measure, number: { lt: number }, firstMonth: { gte: monthStart(windowStart(takenAt)) } },
  });
  return rows.map(batchOf);
}

export function batchOf(row: PublicationSnapshot): Batch {
  return {
    newOrders: row.newOrders,
    cooperativeIds: row.cooperativeIds,
    firstMonth: dayOf(row.firstMonth).slice(0, 7),
    priceUsd: row.priceUsd.toFixed(),
    netUsd: row.netUsd.toFixed(),
    baselineUsd: row.baselineUsd.toFixed(),
    womenUsd: row.womenUsd.toFixed(),
    membersUsd: row.membersUsd.toFixed(),
  };
}

function batchColumns({ firstMonth, ...batch }: Batch, { shownFrom, ...shown }: Shown) {
  return { ...batch, ...shown, firstMonth: monthStart(firstMonth), shownFrom: monthStart(shownFrom) };
}

/** The running number of each cooperative that has orders in the snapshot. */
async function countByCooperative(
  tx: Tx,
  { snapshotId, number }: { snapshotId: string; number: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PublishedCooperative" ("cooperativeId", number, "snapshotId", "settledOrders")
    SELECT o."cooperativeId", ${number}, ${snapshotId}::uuid, count(*)::int + coalesce((
             SELECT c."settledOrders" FROM "PublishedCooperative" c
              WHERE c."cooperativeId" = o."cooperativeId" ORDER BY c.number DESC LIMIT 1), 0)
      FROM "PublishedOrder" p JOIN "Order" o ON o.id = p."orderId"
     WHERE p."snapshotId" = ${snapshotId}::uuid
     GROUP BY o."cooperativeId"`;
}

const EVER: Month = '1970-01';

function windowStart(time: Date): Month {
  return yearEnding(dayOf(time)).months[0] ?? '';
}

function later(month: Month, day: string): Month {
  return day.slice(0, 7) > month ? day.slice(0, 7) : month;
}
