/** The band in force, as copied on the lot's row. */
export type StoredBand = {
  method: string;
  floorMinor: bigint;
  fairMinor: bigint;
  ceilingMinor: bigint;
  /** YYYY-MM-DD */
  asOf: string;
  verdict: string;
};

type BandColumns = {
  bandMethod: string | null;
  bandFloorMinor: bigint | null;
  bandFairMinor: bigint | null;
  bandCeilingMinor: bigint | null;
  bandAsOf: Date | null;
  bandVerdict: string | null;
};

/** Null where the last computation gave no band. */
export function storedBand(row: BandColumns): StoredBand | null {
  const { bandMethod, bandFloorMinor, bandFairMinor, bandCeilingMinor, bandAsOf, bandVerdict } = row;
  if (bandMethod === null || bandFloorMinor === null || bandFairMinor === null || bandCeilingMinor === null)
    return null;
  if (bandAsOf === null || bandVerdict === null) return null;
  return {
    method: bandMethod,
    floorMinor: bandFloorMinor,
    fairMinor: bandFairMinor,
    ceilingMinor: bandCeilingMinor,
    asOf: bandAsOf.toISOString().slice(0, 10),
    verdict: bandVerdict,
  };
}
