import pg from 'pg';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { placeOrder } from '#app/trading/place-order/place-order.server';
import { quoteOrder } from '#app/trading/quote/quote-order.server';
import { countQueries } from './count-queries';
import { placeByHand, readPlacedRows, type PlacedRows } from './raw-placement';
import { interleave, type Samples } from './rounds';

const HANDS = 8;
const QUANTITY = '10';

export type OrderFigures = { samples: Samples; statements: string[]; rowsPerOrder: string };

/**
 * Placements per second by eight buyers at once, each on a lot of its own: the use case, its reading part,
 * and the same rows by hand.
 */
export async function measureOrders(
  deps: Deps,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<OrderFigures> {
  const buyers = await findBuyers(deps);
  const lotIds = await Promise.all(buyers.map(() => makeLot(deps)));
  const place = async (hand: number): Promise<string> => {
    const [actor, lotId] = [buyers[hand], lotIds[hand]];
    if (!actor || !lotId) throw new Error('The demo has fewer buyers than the benchmark has hands.');
    const requestId = deps.newId();
    const placed = await placeOrder(deps, {
      actor,
      lotId,
      quantity: QUANTITY,
      shownPriceMinor: null,
      termsAccepted: true,
      requestId,
    });
    if (!placed.ok) throw new Error(`An order of the benchmark was refused: ${placed.code}`);
    return placed.value.orderId;
  };
  const pool = new pg.Pool({ connectionString: deps.settings.databaseUrl, max: HANDS });
  try {
    const templates: PlacedRows[] = [];
    for (const hand of lotIds.keys())
      templates.push(await pooled(pool, async (client) => readPlacedRows(client, await place(hand))));
    const byHand = async (hand: number) => {
      const rows = templates[hand];
      if (rows) await pooled(pool, (client) => placeByHand(client, rows));
    };
    const quote = async (hand: number) =>
      void (await quoteOrder(deps, { lotId: lotIds[hand] ?? '', quantity: QUANTITY }));
    const { statements } = await countQueries(() => place(0));
    const contenders = {
      place: () => rateOf(place, perRound),
      quote: () => rateOf(quote, perRound),
      raw: () => rateOf(byHand, perRound),
    };
    for (const run of Object.values(contenders)) await run();
    return { samples: await interleave(contenders, { rounds }), statements, rowsPerOrder: describe(templates[0]) };
  } finally {
    await pool.end();
  }
}

async function rateOf(act: (hand: number) => Promise<unknown>, times: number): Promise<number> {
  const started = performance.now();
  const hand = async (index: number) => {
    for (let done = index; done < times; done += HANDS) await act(index);
  };
  await Promise.all(Array.from({ length: HANDS }, (_, index) => hand(index)));
  return times / ((performance.now() - started) / 1000);
}

async function pooled<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

function describe(rows: PlacedRows | undefined): string {
  return rows
    ? `1 order, ${rows.charges.length} charges, ${rows.postings.length} postings, evidence, event, 2 jobs, 1 write-once`
    : '';
}

async function findBuyers(deps: Deps): Promise<Actor[]> {
  const memberships = await deps.db.membership.findMany({
    where: { role: 'purchaser', organisation: { kind: 'buyer', application: { state: 'accepted' } } },
    include: { user: true, organisation: true },
    distinct: ['organisationId'],
    orderBy: { id: 'asc' },
    take: HANDS,
  });
  return memberships.map(({ user, organisation }) => ({
    userId: user.id,
    name: user.name,
    organisationId: organisation.id,
    organisationName: organisation.name,
    organisationKind: 'buyer',
    role: 'purchaser',
    programmeId: organisation.programmeId,
    locale: user.locale,
    countryCode: organisation.countryCode,
    currency: organisation.currency,
  }));
}

/** A lot like one of the demo's gold lots, but enough of it for every round. */
async function makeLot(deps: Deps): Promise<string> {
  const like = await deps.db.lot.findFirstOrThrow({
    where: { mineral: 'gold', form: 'dore', state: 'listed' },
    orderBy: { number: 'asc' },
  });
  const id = deps.newId();
  const { grades, facts, ...rest } = like;
  await deps.db.lot.create({
    data: {
      ...rest,
      id,
      number: `B-${id.slice(-12)}`,
      grades: grades as object,
      facts: facts as object,
      divisible: true,
      quantity: '100000000',
      availableQuantity: '100000000',
      unit: 'g',
      askMinor: 1_180_230_200_000n,
      currency: 'USD',
    },
  });
  return id;
}
