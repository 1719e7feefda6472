import type { PlannedLot } from './order-calendar';
import { seedDraft, seedSubmission } from './seed-lots';
import { seedApplicant } from './seed-organisations';
import { actorOf, daysAfter, type Cast, type SeedDeps } from './seed-world';
import { APPLICANTS } from './world/applicants';
import type { SeedCooperative } from './world/types';

/** An order that old has been paid out by the end, whatever its days on the way. */
const SURELY_PAID_DAYS = 60;

/**
 * The newest order of the cooperative whose payout has surely been sent arrives short: a case that waits for
 * staff.
 */
export function markShortPayout(
  plan: readonly PlannedLot[],
  { cooperative, end }: { cooperative: SeedCooperative; end: Date },
): void {
  const latest = daysAfter(end, -SURELY_PAID_DAYS);
  const candidates = plan
    .filter((planned) => planned.cooperative === cooperative)
    .flatMap(({ orders }) => orders)
    .filter(({ at }) => at < latest)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  if (candidates[0]) candidates[0].arrivesShort = true;
}

/**
 * What waits on the day of the demo: a lot being drafted, one to be approved, and organisations that have
 * applied.
 */
export async function seedOpenEnds(
  deps: SeedDeps,
  cast: Cast,
  { end, cooperative }: { end: Date; cooperative: SeedCooperative },
): Promise<void> {
  const [pattern] = cooperative.lots;
  if (!pattern) throw new Error(`${cooperative.name} has no lots`);
  deps.clock.set(daysAfter(end, -2, 10));
  const submitted = await seedDraft(deps, cast, cooperative, { ...pattern, quantity: '350' });
  const actor = actorOf(cast, cooperative.key, 'manager');
  await seedSubmission(deps, actor, { lotId: submitted, lot: pattern });
  deps.clock.set(daysAfter(end, -1, 15));
  await seedDraft(deps, cast, cooperative, { ...pattern, quantity: '180' });
  for (const applicant of APPLICANTS) {
    deps.clock.set(daysAfter(end, -3, 11));
    await seedApplicant(deps, cast, applicant);
  }
}
