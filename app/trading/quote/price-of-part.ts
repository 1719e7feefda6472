import { Decimal } from '#app/money/decimal';
import { shareOf, type Money } from '#app/money/money';

export type PartOfLot = {
  /** For the whole. */
  ask: Money;
  quantity: string;
  whole: string;
  available: string;
  /** What live orders took of it at this ask. */
  sold: { quantity: string; minor: bigint };
  /** Prices are multiples of it, where the ask is one. */
  stepMinor: bigint;
};

// Quantities have at most six decimals (the database's column), so millionths are whole.
const MILLIONTHS = new Decimal(1_000_000);

/**
 * The price of a part is its share of what the rest is worth, rounded half-even. The last part costs all that
 * is left. So the parts sum to the ask whatever the split, and also where an order was called off and its
 * part is sold again.
 */
export function priceOfPart({ ask, quantity, whole, available, sold, stepMinor }: PartOfLot): Money {
  const step = ask.minor % stepMinor === 0n ? stepMinor : 1n;
  const [part, all, left, gone] = [quantity, whole, available, sold.quantity].map(millionths) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  // More than is left is not for sale: what it would cost is its share of the ask.
  if (part > left) return inSteps(ask, { part, all, step });
  const offered = inSteps(ask, { part: left + gone, all, step });
  const rest = { minor: offered.minor - sold.minor, currency: ask.currency };
  return part === left ? rest : inSteps(rest, { part, all: left, step });
}

function inSteps({ minor, currency }: Money, { part, all, step }: { part: bigint; all: bigint; step: bigint }): Money {
  if (part === all) return { minor, currency };
  return { minor: shareOf({ minor: minor / step, currency }, part, all).minor * step, currency };
}

function millionths(quantity: string): bigint {
  return BigInt(new Decimal(quantity).times(MILLIONTHS).toFixed(0));
}
