import { dayOf } from '#app/money/calendar-day';
import { factsOf, type FeedName } from '../sources/registry';
import type { Hours } from '../sources/source-facts';
import { isWorkingDay } from '../sources/working-days';

const CRON_DAYS = { 'working-days': '* * 1-5', 'every-day': '* * *', 'first-ten-days': '1-10 * *' } as const;

/** The same as a line of a crontab. */
export function cronOf(feed: FeedName): string {
  const { hours, minute, days } = hoursOf(feed);
  return `${minute} ${hours.join(',')} ${CRON_DAYS[days]}`;
}

/** The next hour of the timetable after `now`. */
export function nextHour(feed: FeedName, now: Date): Date {
  const { hours, minute, days } = hoursOf(feed);
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

function hoursOf(feed: FeedName): Hours {
  const hours = factsOf(feed)?.hours;
  if (!hours) throw new RangeError(`${feed} is not fetched by the calendar`);
  return hours;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
