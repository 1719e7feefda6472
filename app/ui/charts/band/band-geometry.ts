/** Where the parts of a range bar stand, in basis points (0–10000) of its width. */
export interface BandPositions {
  low: number;
  mid: number;
  high: number;
  marker: number | null;
  /** The marker lies so far off that it is drawn at the end of the bar. */
  beyond: 'low' | 'high' | null;
}

/** Amounts in minor units, all in one currency. Or shares of the bar's width from 0 to 1. */
export type BandValue = bigint | number;

export interface BandValues {
  low: BandValue;
  mid: BandValue;
  high: BandValue;
  marker?: BandValue | null;
}

const WHOLE = 10_000n;
/** A marker never stands nearer to the end of the bar than this. */
const EDGE = 300;

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/**
 * The range takes two thirds of the bar with an equal zone at each side. A marker outside stretches its zone
 * up to the length of the range itself. Further off it is held at the end. So the middle of the bar is always
 * inside the range, and the bar never shrinks below 44%.
 */
function fromAmounts(low: bigint, mid: bigint, high: bigint, marker: bigint | null): BandPositions {
  const span = high > low ? high - low : 1n;
  const least = span / 4n + 1n;
  const stretch = (outside: bigint) => {
    const wanted = (outside * 11n) / 10n;
    return wanted < least ? least : wanted > span ? span : wanted;
  };
  const left = marker !== null && marker < low ? stretch(low - marker) : least;
  const right = marker !== null && marker > high ? stretch(marker - high) : least;
  const start = low - left;
  const length = left + span + right;
  const place = (amount: bigint) => Number(((amount - start) * WHOLE) / length);
  const at = marker === null ? null : place(marker);
  return {
    low: place(low),
    mid: clamp(place(mid), place(low), place(high)),
    high: place(high),
    marker: at === null ? null : clamp(at, EDGE, 10_000 - EDGE),
    beyond: at === null ? null : at < 0 ? 'low' : at > 10_000 ? 'high' : null,
  };
}

function fromShares({
  low,
  mid,
  high,
  marker = null,
}: { [K in keyof BandValues]: number | null | undefined }): BandPositions {
  const place = (share: number | null | undefined) => clamp(Math.round((share ?? 0) * 10_000), 0, 10_000);
  return {
    low: place(low),
    mid: place(mid),
    high: place(high),
    marker: marker === null ? null : clamp(place(marker), EDGE, 10_000 - EDGE),
    beyond: marker === null ? null : marker < 0 ? 'low' : marker > 1 ? 'high' : null,
  };
}

export function bandPositions({ low, mid, high, marker = null }: BandValues): BandPositions {
  if (typeof low === 'bigint' && typeof mid === 'bigint' && typeof high === 'bigint' && typeof marker !== 'number') {
    return fromAmounts(low, mid, high, marker);
  }
  if (typeof low === 'number' && typeof mid === 'number' && typeof high === 'number' && typeof marker !== 'bigint') {
    return fromShares({ low, mid, high, marker });
  }
  throw new TypeError('A range bar takes amounts or shares, not both');
}
