import { Decimal, fixed } from '#app/money/decimal';

/**
 * An ask that is so far off that a mark or a nought has probably slipped: from which point, and how far.
 * Amounts are of the whole lot.
 */
export type UnlikelyAsk = {
  askMinor: bigint;
  /** Of today's band, or the ask in force where there is none. */
  against: 'floor' | 'ceiling' | 'inForce';
  pointMinor: bigint;
  /** Signed. */
  gapMinor: bigint;
  gapPct: string;
};

type Points = {
  band: { floorMinor: bigint; ceilingMinor: bigint } | null;
  /** Null where none is in force yet. */
  inForceMinor: bigint | null;
};

/**
 * Below half of the floor or above twice the ceiling. Without a band, less than half or more than double of
 * what is asked now. Null where it is neither.
 */
export function unlikelyAsk(askMinor: bigint, { band, inForceMinor }: Points): UnlikelyAsk | null {
  // What is asked already was meant.
  if (askMinor === inForceMinor) return null;
  const measure = band ?? (inForceMinor === null ? null : { floorMinor: inForceMinor, ceilingMinor: inForceMinor });
  if (!measure) return null;
  const { floorMinor: least, ceilingMinor: most } = measure;
  const measured = (against: UnlikelyAsk['against'], pointMinor: bigint): UnlikelyAsk => {
    const gapMinor = askMinor - pointMinor;
    const gapPct = fixed(new Decimal(gapMinor.toString()).div(pointMinor.toString()).times(100), 2);
    return { askMinor, against, pointMinor, gapMinor, gapPct };
  };
  if (askMinor * 2n < least) return measured(band ? 'floor' : 'inForce', least);
  // A band that ends at nothing is no measure of too much.
  if (most > 0n && askMinor > most * 2n) return measured(band ? 'ceiling' : 'inForce', most);
  return null;
}
