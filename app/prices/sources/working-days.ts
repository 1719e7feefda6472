export function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
}

/** Working days after `from` up to and with `to`: how many days of rates may be missing. */
export function workingDaysBetween(from: Date, to: Date): number {
  let count = 0;
  for (let at = from.getTime() + 86_400_000; at <= to.getTime(); at += 86_400_000) {
    if (isWorkingDay(new Date(at))) count += 1;
  }
  return count;
}
