import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export type IdPrefix = 'cs_test' | 'cus' | 'ccsbtxn' | 'pi' | 'ch' | 're' | 'du' | 'txn' | 'evt' | 'req';

/** An id in Stripe's style. A session's is as long as theirs: whoever knows it may see its pay page. */
export function newStripeId(prefix: IdPrefix): string {
  const length = prefix === 'cs_test' ? 58 : prefix === 'req' ? 14 : 24;
  return `${prefix}_${Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
}
