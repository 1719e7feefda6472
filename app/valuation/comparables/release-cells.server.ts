import { dayOf, dayStart } from '#app/money/calendar-day';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { newCohorts } from './cohorts';

/**
 * The month's release, made once: sales of the months before come together in cohorts where they are enough. Run twice, or by two workers
 * at once, it is made once. Answers how many cohorts it added.
 */
export async function releaseCells(deps: Pick<Deps, 'db' | 'clock' | 'newId'>): Promise<number> {
  const now = deps.clock.now();
  const month = `${dayOf(now).slice(0, 7)}-01`;
  const first = dayStart(month);
  if (await deps.db.cellRelease.findUnique({ where: { month: first }, select: { month: true } })) return 0;
  return inTransaction(deps.db, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('release-cells'))`;
    if (await tx.cellRelease.findUnique({ where: { month: first }, select: { month: true } })) return 0;
    const rows = await tx.comparableSale.findMany({
      where: { cohort: null, soldOn: { lt: first } },
      orderBy: [{ soldOn: 'asc' }, { id: 'asc' }],
    });
    const cohorts = newCohorts(
      rows.map((row) => ({ ...row, soldOn: dayOf(row.soldOn) })),
      month,
    );
    for (const { saleIds, soldFrom, soldTo, ...key } of cohorts) {
      const id = deps.newId();
      const days = { soldFrom: dayStart(soldFrom), soldTo: dayStart(soldTo) };
      await tx.saleCohort.create({ data: { ...key, ...days, id, month: first, releasedAt: now } });
      await tx.cohortSale.createMany({ data: saleIds.map((saleId) => ({ saleId, cohortId: id })) });
    }
    await tx.cellRelease.create({ data: { month: first, cohorts: cohorts.length, releasedAt: now } });
    return cohorts.length;
  });
}
