import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Deps } from '#app/platform/deps';

/** Tries that cost nothing but their work; where an account is under attack from everywhere, one for each network. */
const FREE_TRIES = 5;
const FREE_TRIES_UNDER_ATTACK = 1;
const ATTACK_FAILURES = 50;
const FIRST_WAIT_SECONDS = 30;
const MAX_WAIT_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * 60 * 60;
/** Wrong tries of one network on any accounts, in a quarter of an hour. */
const NETWORK_FAILURES = 60;
const NETWORK_SECONDS = 15 * 60;

type Limiters = Record<'strikes' | 'waits' | 'accounts' | 'networks', RateLimiterPostgres>;

const made = new WeakMap<Deps['db'], Limiters>();

/** Counted in the database, on real time: one count over all web processes. */
function limiters({ db }: Pick<Deps, 'db'>): Limiters {
  const there = made.get(db);
  if (there) return there;
  const client = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint }[]>(text, ...values);
      // The library counts milliseconds in plain numbers.
      return { rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })), rowCount: rows.length };
    },
  };
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      ...{ storeClient: client, storeType: 'client', tableName: 'SignInLimit', tableCreated: true },
      ...{ keyPrefix, points, duration },
    });
  const all = {
    strikes: limiter('strikes', FREE_TRIES, DAY_SECONDS),
    waits: limiter('waits', 1, FIRST_WAIT_SECONDS),
    accounts: limiter('accounts', ATTACK_FAILURES, DAY_SECONDS),
    networks: limiter('networks', NETWORK_FAILURES, NETWORK_SECONDS),
  };
  made.set(db, all);
  return all;
}

/** Who tries: `account` and `network` as they are, or the browser that this account has signed in with before. */
type Attempt = { account: string; network: string; device: string | null };

/**
 * Counts a try to sign in, before the password is looked at, and says how many seconds to wait; 0: go on. The wait grows with each wrong try of one account
 * from one network, and lies on nobody else: a stranger's tries never keep the owner out. A known browser is counted alone.
 */
export async function countSignIn(deps: Pick<Deps, 'db'>, { account, network, device }: Attempt): Promise<number> {
  const { strikes, waits, accounts, networks } = limiters(deps);
  const key = keyOf({ account, network, device });
  let free = FREE_TRIES;
  if (!device) {
    const wait = await consume(networks, hashed(network));
    if (wait > 0) return wait;
    const { consumedPoints } = await accounts.penalty(hashed(account));
    if (consumedPoints > ATTACK_FAILURES) free = FREE_TRIES_UNDER_ATTACK;
  }
  const { consumedPoints } = await strikes.penalty(key);
  if (consumedPoints <= free) return 0;
  const seconds = Math.min(FIRST_WAIT_SECONDS * 2 ** (consumedPoints - free - 1), MAX_WAIT_SECONDS);
  // Of tries at one moment one goes through, and the wait begins with it.
  const wait = await consume(waits, key, seconds);
  if (wait > 0) await strikes.reward(key);
  return wait;
}

/** After a success: the next mistake of these starts from zero, and the network has one failure less. */
export async function forgiveSignIn(deps: Pick<Deps, 'db'>, attempt: Attempt): Promise<void> {
  const { strikes, waits, accounts, networks } = limiters(deps);
  const key = keyOf(attempt);
  await strikes.delete(key);
  await waits.delete(key);
  if (attempt.device) return;
  await networks.reward(hashed(attempt.network));
  await accounts.reward(hashed(attempt.account));
}

async function consume(limiter: RateLimiterPostgres, key: string, customDuration?: number): Promise<number> {
  try {
    await limiter.consume(key, 1, customDuration === undefined ? {} : { customDuration });
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** The table is no list of addresses. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function keyOf({ account, network, device }: Attempt): string {
  return hashed(device ? `device ${account} ${device}` : `network ${account} ${network}`);
}
