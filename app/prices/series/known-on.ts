import { isDay } from '#app/money/calendar-day';
import type { Problem } from '#app/platform/http/problems';

/** What was asked for in an address: a day up to today, or what is wrong with it and what was typed. */
export type KnownOn = { day: string | null; typed: string; problem: Problem | null };

/** Nothing typed asks for what is known now. What is no day, or lies ahead of the domain's own clock, is refused and not read as something else. */
export function readKnownOn(text: string | null, today: string): KnownOn {
  const typed = (text ?? '').trim().slice(0, 40);
  if (typed === '') return { day: null, typed, problem: null };
  const refused = (messageKey: string): KnownOn => ({
    day: null,
    typed,
    problem: { path: 'knownOn', messageKey, params: { typed, today } },
  });
  if (!isDay(typed)) return refused('pricing:series.knownNoDay');
  return typed > today ? refused('pricing:series.knownAhead') : { day: typed, typed, problem: null };
}
