import { newUuid } from '#app/platform/ids.server';
import type { Deps } from '#app/platform/deps';
import type { Actor } from '#app/identity/actor';
import type { Refusal, Result } from '#app/platform/result';
import { createRandom, type Random } from './random';

/**
 * The deps of live use cases with a clock that the seed sets, ids that repeat, and no mails: what happened
 * long ago was told then.
 */
export type SeedDeps = Deps & { clock: { now(): Date; set(time: Date): void }; random: Random };

/** Who acts in the demo, by organisation key and role. */
export type Cast = Map<string, Record<string, Actor>>;

export type Progress = (done: number, total: number, what: string) => void;

const SEED = 20_260_602;

export function createSeedDeps(deps: Deps): SeedDeps {
  const random = createRandom(SEED);
  let now = new Date('2024-06-01T08:00:00Z');
  // Of their own, so that one more row somewhere changes no order of the story.
  const ids = createRandom(SEED + 1);
  const bytes = () => Uint8Array.from({ length: 10 }, () => ids.next() & 0xff);
  return {
    ...deps,
    random,
    clock: { now: () => now, set: (time) => void (now = time) },
    newId: () => newUuid(now.getTime(), bytes()),
    jobs: { enqueue: async () => undefined },
  };
}

/** The demo's own steps must not be refused: one that is has found a bug, and the seed stops. */
export function must<T>(result: Result<T> | Refusal, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`The demo could not be made: ${what}: ${result.code}${result.path ? ` (${result.path})` : ''}`);
}

export function actorOf(cast: Cast, organisation: string, role: string): Actor {
  const actor = cast.get(organisation)?.[role];
  if (!actor) throw new Error(`The demo has no ${role} at ${organisation}`);
  return actor;
}

/** `days` after `time`, at a working hour. */
export function daysAfter(time: Date, days: number, hour = 9): Date {
  const day = new Date(time.getTime() + days * 86_400_000);
  day.setUTCHours(hour, time.getUTCMinutes(), 0, 0);
  return day;
}
