/** A calendar day as `YYYY-MM-DD`, in UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** The day's midnight in UTC, as a date column wants it. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = startOfDay(text);
  return !Number.isNaN(time.getTime()) && dayOf(time) === text;
}
