/**
 * Stripe's JSON carries amounts as integers. Inside they are bigint. Only this function, at the very edge,
 * makes them a JSON number, and refuses what a JSON number cannot hold exactly.
 */
export function wireAmount(amountMinor: bigint): number {
  const wire = Number(amountMinor);
  if (!Number.isSafeInteger(wire)) throw new RangeError(`Amount ${amountMinor} does not fit into Stripe's JSON`);
  return wire;
}

/** Seconds since 1970, as Stripe writes times. */
export function wireTime(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
