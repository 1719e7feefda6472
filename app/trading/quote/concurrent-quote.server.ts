import type { Deps } from '#app/platform/deps';
import type { Result } from '#app/platform/result';
import { quoteOrder, type Quote, type QuoteRefusal } from './quote-order.server';

type Quoted = Promise<Result<Quote, QuoteRefusal>>;

// Per database client, so that two of them in one process never answer for each other.
const underWay = new WeakMap<Deps['db'], Map<string, Quoted>>();

/**
 * A rush on one lot asks for the same quote many times at once. Whoever asks while it is being made gets that
 * one. Nothing is kept after. The quote decides nothing: stock and state are decided again under the lot's
 * lock.
 */
export function concurrentQuote(
  deps: Deps,
  { lotId, quantity, locale }: { lotId: string; quantity: string; locale?: string | undefined },
): Quoted {
  const quotes = underWay.get(deps.db) ?? new Map<string, Quoted>();
  underWay.set(deps.db, quotes);
  const key = `${lotId}:${locale}:${quantity}`;
  const making = quotes.get(key);
  if (making) return making;
  const quoted = quoteOrder(deps, { lotId, quantity, locale }).finally(() => quotes.delete(key));
  quotes.set(key, quoted);
  return quoted;
}
