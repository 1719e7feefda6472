import type { Deps } from '#app/platform/deps';
import { keepDemoLogins } from '#app/identity/sign-in/demo-logins.server';
import { publishFigures } from '#app/programme/public/publish-figures.server';
import { releaseCells } from '#app/valuation/comparables/release-cells.server';
import { ensureStartingMethods } from '#app/valuation/methods/ensure-starting-methods.server';
import { DEMO_EMAILS, DEMO_PASSWORD } from './demo-people';
import { planCalendar, type PlannedLot } from './order-calendar';
import { newestPublication, publicationDays, publishedAt } from './prices/publication-days';
import { seedLot, seedReprice } from './seed-lots';
import { markShortPayout, seedOpenEnds } from './seed-open-ends';
import { seedBuyer, seedCooperative, seedProgramme } from './seed-organisations';
import { seedOrder } from './seed-orders';
import { seedCosts, seedProposal } from './prices/seed-methods';
import { seedPrices } from './prices/seed-prices';
import { seedRates } from './prices/seed-rates';
import { believeLeaps, seedVintage } from './prices/seed-vintage';
import { createSeedDeps, type Cast, type Progress, type SeedDeps } from './seed-world';
import { BUYERS } from './world/buyers';
import { BOANE } from './world/cooperatives/boane';
import { CHOCO } from './world/cooperatives/choco';
import { CUAMBA } from './world/cooperatives/cuamba';
import { GEITA } from './world/cooperatives/geita';
import { HUANCAVELICA } from './world/cooperatives/huancavelica';
import { ILAKAKA } from './world/cooperatives/ilakaka';
import { KASESE } from './world/cooperatives/kasese';
import { KOLWEZI } from './world/cooperatives/kolwezi';
import { MANONO } from './world/cooperatives/manono';
import { PUNO } from './world/cooperatives/puno';
import { RULINDO } from './world/cooperatives/rulindo';
import { TUNDURU } from './world/cooperatives/tunduru';
import { PROGRAMMES } from './world/programmes';

const COOPERATIVES = [
  GEITA,
  TUNDURU,
  MANONO,
  KOLWEZI,
  RULINDO,
  KASESE,
  BOANE,
  CUAMBA,
  ILAKAKA,
  PUNO,
  HUANCAVELICA,
  CHOCO,
];

/**
 * Two invented years on real prices: every lot, order, payment, payout and share is made by the use case that
 * makes live ones, in the order in which it would have happened. The same on every machine. Ends at `end`,
 * the day of the price snapshot.
 */
export async function seedDemo(live: Deps, { end, onProgress }: { end: Date; onProgress: Progress }): Promise<void> {
  const deps = createSeedDeps(live);
  const cast: Cast = new Map();
  onProgress(0, 1, 'prices');
  const [firstFile = '', ...laterFiles] = publicationDays();
  deps.clock.set(new Date(`${firstFile}T08:00:00Z`));
  await ensureStartingMethods(deps);
  await seedVintage(deps, firstFile);
  for (const programme of PROGRAMMES) await seedProgramme(deps, cast, programme);
  await seedRates(deps, cast);
  for (const buyer of BUYERS) await seedBuyer(deps, cast, buyer);
  for (const cooperative of COOPERATIVES) await seedCooperative(deps, cast, cooperative);
  await seedMarket(deps, cast, { end, onProgress, files: laterFiles });
  await seedOpenEnds(deps, cast, { end, cooperative: GEITA });
  await seedPrices(deps, cast, end);
  deps.clock.set(end);
  await publishFigures(deps);
  await keepDemoLogins(deps, { password: DEMO_PASSWORD, emails: DEMO_EMAILS });
}

/** In the demo's second year a cooperative records its own costs. */
const COSTS_ON = new Date('2025-09-15T09:00:00Z');

/** What a worker does in the first night of each month. */
function monthlyReleases(deps: SeedDeps, end: Date): Happening[] {
  const months = Array.from({ length: 36 }, (_, index) => new Date(Date.UTC(2024, 6 + index, 1, 3, 15)));
  return months.filter((at) => at < end).map((at) => ({ at, run: () => monthEnds(deps) }));
}

async function monthEnds(deps: SeedDeps): Promise<void> {
  await releaseCells(deps);
  await publishFigures(deps);
}

/** A file comes at dawn. What leapt in it is looked at before the day's work. */
function newFile(deps: SeedDeps, cast: Cast, day: string): Happening[] {
  const at = publishedAt(day);
  return [
    { at, run: () => seedVintage(deps, day) },
    { at: new Date(at.getTime() + 1_800_000), run: () => believeLeaps(deps, cast) },
  ];
}

type Happening = { at: Date; run(): Promise<void> };

async function seedMarket(
  deps: SeedDeps,
  cast: Cast,
  { end, onProgress, files }: { end: Date; onProgress: Progress; files: readonly string[] },
): Promise<void> {
  const plan = planCalendar(COOPERATIVES, BUYERS, { random: deps.random, end });
  markShortPayout(plan, { cooperative: GEITA, end });
  const happenings = plan.flatMap((planned) => happeningsOf(deps, cast, planned, end));
  happenings.push(...monthlyReleases(deps, end));
  happenings.push(...files.flatMap((day) => newFile(deps, cast, day)));
  happenings.push({ at: COSTS_ON, run: () => seedCosts(deps, cast) });
  happenings.push({ at: new Date(end.getTime() - 7_200_000), run: () => seedProposal(deps, cast) });
  happenings.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [done, happening] of happenings.entries()) {
    onProgress(done, happenings.length, 'lots and orders');
    deps.clock.set(happening.at);
    await happening.run();
  }
  onProgress(happenings.length, happenings.length, 'lots and orders');
}

function happeningsOf(
  deps: SeedDeps,
  cast: Cast,
  { cooperative, lot, listedAt, orders }: PlannedLot,
  end: Date,
): Happening[] {
  let lotId = '';
  let pricedOn: string | null = null;
  // Prices are monthly: a seller looks at the band again when a new file is out.
  async function reprice(at: Date): Promise<void> {
    const file = newestPublication(at);
    if (file === pricedOn) return;
    pricedOn = file;
    await seedReprice(deps, cast, cooperative, lot, lotId);
  }
  const listing = {
    at: listedAt,
    run: async () => {
      lotId = await seedLot(deps, cast, cooperative, lot);
      pricedOn = newestPublication(listedAt);
    },
  };
  const sales = orders
    .filter((order) => order.at < end)
    .map((order) => ({
      at: order.at,
      run: async () => {
        await reprice(order.at);
        await seedOrder(deps, cast, { cooperative, lotId, order, end });
      },
    }));
  // At the end of the story every open lot is priced on the newest figures, as a seller who looks in once a
  // month would.
  const today = {
    at: new Date(end.getTime() - 3_600_000),
    run: () => (lot.soldOut ? Promise.resolve() : reprice(end)),
  };
  return [listing, ...sales, today];
}
