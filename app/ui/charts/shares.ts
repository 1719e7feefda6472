/**
 * Turns weights into basis points of the whole that add up to 10000 (or to 0 when all weights are 0). For
 * drawing only: the shares that are written beside it come from the caller.
 */
export function sharesOf(weights: readonly bigint[]): number[] {
  const total = weights.reduce((sum, weight) => sum + (weight > 0n ? weight : 0n), 0n);
  if (total === 0n) return weights.map(() => 0);
  let seen = 0n;
  let drawn = 0;
  return weights.map((weight) => {
    seen += weight > 0n ? weight : 0n;
    const end = Number((seen * 10_000n) / total);
    const share = end - drawn;
    drawn = end;
    return share;
  });
}
