/** The band as copied on the lot's row; whether it still holds, `band-in-force.server.ts` says. */
export type StoredBand = {
  method: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  /** YYYY-MM-DD */
  asOf: string;
  verdict: string;
};
