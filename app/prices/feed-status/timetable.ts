import { dayOf } from '#app/money/calendar-day';

/** Feeds that are fetched by the calendar. */
export const FEEDS = ['pink-sheet', 'ecb', 'daily-json'] as const;
export type FeedName = (typeof FEEDS)[number];

export function isFeedName(name: string): name is FeedName {
  return (FEEDS as readonly string[]).includes(name);
}

type Hours = { hours: readonly number[]; minute: number; days: 'working-days' | 'every-day' | 'first-ten-days' };

/**
 * When each is asked for, in UTC. The Bank publishes about 16:00 in Frankfurt on working days; the next morning looks back for what the evening missed. The World
 * Bank's file comes on one of the first working days of a month.
 */
const TIMETABLE: Record<FeedName, Hours> = {
  'pink-sheet': { hours: [6, 18], minute: 20, days: 'first-ten-days' },
  ecb: { hours: [6, 15, 17], minute: 40, days: 'working-days' },
  'daily-json': { hours: [5], minute: 10, days: 'every-day' },
};

const CRON_DAYS = { 'working-days': '* * 1-5', 'every-day': '* * *', 'first-ten-days': '1-10 * *' } as const;

/** The same as a line of a crontab. */
export function cronOf(feed: FeedName): string {
  const { hours, minute, days } = TIMETABLE[feed];
  return `${minute} ${hours.join(',')} ${CRON_DAYS[days]}`;
}

/** The next hour of the timetable after `now`. */
export function nextHour(feed: FeedName, now: Date): Date {
  const { hours, minute, days } = TIMETABLE[feed];
  for (let ahead = 0; ahead < 40; ahead += 1) {
    const day = new Date(now.getTime() + ahead * 86_400_000);
    if (!isOn(day, days)) continue;
    const times = hours.map((hour) => new Date(`${dayOf(day)}T${two(hour)}:${two(minute)}:00.000Z`));
    const next = times.find((time) => time > now);
    if (next) return next;
  }
  throw new RangeError(`The timetable of ${feed} never comes round`);
}

function isOn(day: Date, days: Hours['days']): boolean {
  if (days === 'first-ten-days') return day.getUTCDate() <= 10;
  return days === 'every-day' || isWorkingDay(day);
}

function isWorkingDay(day: Date): boolean {
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

function two(number: number): string {
  return String(number).padStart(2, '0');
}
