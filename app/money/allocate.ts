import { Decimal, decimalPlaces } from './decimal';

/**
 * Splits `total` over `weights` by the largest remainder (Hamilton): the parts sum to the total exactly, no
 * part is further than one minor unit from its exact share, and equal remainders go to the earlier part, so
 * that the result is the same on every machine. A negative total is split as its mirror image. Weights may be
 * zero, not all of them.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((acc, weight) => acc + weight, 0n);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('A weight cannot be negative');
  if (sum === 0n) throw new RangeError('At least one weight must be above zero');
  if (total < 0n) return allocate(-total, weights).map((part) => -part);

  const parts = weights.map((weight) => (total * weight) / sum);
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));

  let left = total - parts.reduce((acc, part) => acc + part, 0n);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

/** Decimal weights (hours `37.5`, shares `0.125`) as whole numbers in the same proportion, for `allocate`. */
export function wholeWeights(weights: readonly string[]): bigint[] {
  const places = weights.reduce((most, weight) => Math.max(most, decimalPlaces(weight)), 0);
  const scale = new Decimal(10).pow(places);
  return weights.map((weight) => BigInt(new Decimal(weight).times(scale).toFixed(0)));
}
