/** The band as copied on the lot's row. Whether it still holds, `band-in-force.server.ts` says. */
export type StoredBand = {
  method: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  /** YYYY-MM-DD */
  asOf: string;
  verdict: string;
};
