import { dayOf, dayStart, isDay } from '#app/money/calendar-day';
import type { Deps } from '#app/platform/deps';

export type EvidenceDayRow = { day: string; root: string; count: number };
export type EvidenceDays = { days: EvidenceDayRow[]; next: string | null };

const DAYS_PER_PAGE = 30;

/** The published days, the newest first, from the one before `before` on (`2026-05-31`). */
export async function listEvidenceDays(
  deps: Pick<Deps, 'db'>,
  { before }: { before: string | null },
): Promise<EvidenceDays> {
  const known = before !== null && isDay(before) ? dayStart(before) : null;
  const rows = await deps.db.evidenceDay.findMany({
    ...(known ? { where: { day: { lt: known } } } : {}),
    orderBy: { day: 'desc' },
    take: DAYS_PER_PAGE + 1,
  });
  const days = rows.slice(0, DAYS_PER_PAGE).map(({ day, root, count }) => ({ day: dayOf(day), root, count }));
  return { days, next: rows.length > DAYS_PER_PAGE ? (days.at(-1)?.day ?? null) : null };
}
