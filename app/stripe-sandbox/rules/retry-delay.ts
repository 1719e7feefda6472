/** After this many attempts a webhook is given up, as Stripe gives up after days. */
export const MAX_DELIVERY_ATTEMPTS = 15;
const LONGEST_SECONDS = 3_600;

/** Seconds until attempt `attempts + 1`: 2, 6, 18 … up to an hour. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(2 * 3 ** Math.max(0, attempts - 1), LONGEST_SECONDS);
}
