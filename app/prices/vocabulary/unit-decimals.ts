import { Decimal } from '#app/money/decimal';

/** From here on nobody counts cents of one unit; the sum of the whole is exact. */
const WHOLE_FROM = 10_000;
/** Below this, two decimals would say next to nothing of a unit: a grain, a brick. */
const SMALL_BELOW = '1';
const SMALL_DECIMALS = 4;

/** How many decimals the prices of one unit are written with: all of a line alike, as the smallest needs it. */
export function unitDecimals(smallest: string): { minDecimals: number; maxDecimals: number } {
  const least = new Decimal(smallest);
  const decimals = least.gte(WHOLE_FROM) ? 0 : least.lt(SMALL_BELOW) ? SMALL_DECIMALS : 2;
  return { minDecimals: decimals, maxDecimals: decimals };
}
