import type { Currency } from '#app/money/currency';
import type { FxReference } from '../series/known-prices';

/** Rates are worked out through these two only, in this order where both would do. */
export const PIVOTS = ['USD', 'EUR'] as const satisfies readonly Currency[];

/**
 * The rates that lead from one currency to another, in order: one where it is known itself; else through US dollars or euros; else through both, for a currency
 * that staff enter against dollars and another that the European Central Bank gives against euros. Among ways of one length the one whose oldest rate is
 * the newest. Null where there is none.
 */
export function findRoute(rates: readonly FxReference[], from: Currency, to: Currency): readonly FxReference[] | null {
  const [first, second] = PIVOTS;
  const ways: Currency[][][] = [
    [[from, to]],
    PIVOTS.map((pivot) => [from, pivot, to]),
    [
      [from, first, second, to],
      [from, second, first, to],
    ],
  ];
  for (const ofOneLength of ways) {
    const found = ofOneLength.flatMap((stops) => {
      const legs = legsOf(rates, stops);
      return legs ? [legs] : [];
    });
    const [best] = found.sort((a, b) => (oldest(a) < oldest(b) ? 1 : oldest(a) > oldest(b) ? -1 : 0));
    if (best) return best;
  }
  return null;
}

function legsOf(rates: readonly FxReference[], stops: readonly Currency[]): FxReference[] | null {
  if (new Set(stops).size < stops.length) return null;
  const legs: FxReference[] = [];
  for (const [index, stop] of stops.slice(1).entries()) {
    const leg = between(rates, stops[index] ?? stop, stop);
    if (!leg) return null;
    legs.push(leg);
  }
  return legs;
}

type Directed = { base: string; quote: string; on: string };

/** The newer of the two directions. Of the same day: always the same one, whichever way is asked, so that there and back is where one began. */
export function between<Rate extends Directed>(rates: readonly Rate[], a: string, b: string): Rate | null {
  const both = rates.filter((r) => (r.base === a && r.quote === b) || (r.base === b && r.quote === a));
  return [...both].sort((x, y) => (x.on === y.on ? (x.base < y.base ? -1 : 1) : x.on > y.on ? -1 : 1))[0] ?? null;
}

function oldest(legs: readonly FxReference[]): string {
  return legs.map(({ on }) => on).reduce((a, b) => (a < b ? a : b));
}
