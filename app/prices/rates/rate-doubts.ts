import { Decimal, fixed, shortened } from '#app/money/decimal';
import { movePct, RATE_QUARANTINE_PCT } from '../imports/classify';

/** A rate with its direction: `rate` units of `quote` for one `base`. */
export type DirectedRate = { base: string; quote: string; rate: string };

/** What is known of a pair already, in the direction that was asked for. */
export type KnownRate = DirectedRate & {
  on: string;
  source: string;
  /** The rates that it was worked out from, as entered; empty where it is the pair's own. */
  through: readonly DirectedRate[];
};

/** Why a rate is asked about: it has nothing before it, it moved too far, or it fits better the other way round. */
export type RateDoubt = {
  kind: 'first' | 'leap' | 'turned-round';
  typed: DirectedRate;
  known: KnownRate | null;
  /** How far it is from what is known, one decimal; null where nothing is. */
  movedPct: string | null;
  /** Stands for this very rate: another one is asked about anew. */
  token: string;
};

type Asked = {
  typed: DirectedRate;
  /** The pair's own latest rate, else what other rates make of it. */
  known: KnownRate | null;
  /** Whether the pair itself ever had a rate, in either direction and of any age. */
  hasEarlier: boolean;
};

/** What is unlikely in a rate that somebody types; null where it follows an earlier one closely. */
export function rateDoubt({ typed: { base, quote, rate }, known, hasEarlier }: Asked): RateDoubt | null {
  const kind = kindOf(rate, known, hasEarlier);
  if (kind === null) return null;
  return {
    kind,
    typed: { base, quote, rate },
    known,
    movedPct: known && fixed(movePct(known.rate, rate), 1),
    token: `${rate} ${quote}/${base}`,
  };
}

function kindOf(rate: string, known: KnownRate | null, hasEarlier: boolean): RateDoubt['kind'] | null {
  // Said first, since it also says what to do about it.
  if (known && timesApart(turnedRound(rate), known.rate).lessThan(timesApart(rate, known.rate))) return 'turned-round';
  if (known && movePct(known.rate, rate).greaterThan(RATE_QUARANTINE_PCT)) return 'leap';
  return hasEarlier ? null : 'first';
}

/** How many times the one is the other, whichever is larger: twice as much and half as much are equally far. */
function timesApart(a: Decimal | string, b: Decimal | string): Decimal {
  const times = new Decimal(a).div(b);
  return Decimal.max(times, new Decimal(1).div(times));
}

function turnedRound(rate: string): Decimal {
  return new Decimal(1).div(rate);
}

/** Enough to see at a glance whether it is right; no sum is done with it. */
const SHOWN_DIGITS = 4;

/** The same rate the other way round, shortened for reading. */
export function otherWayRound({ base, quote, rate }: DirectedRate): DirectedRate {
  return { base: quote, quote: base, rate: readable(turnedRound(rate)) };
}

/** A rate that does not end, for reading: all digits before the point, and four in all at least. */
export function readable(rate: Decimal | string): string {
  const value = new Decimal(rate);
  return shortened(value, Math.max(SHOWN_DIGITS, value.e + 1));
}
