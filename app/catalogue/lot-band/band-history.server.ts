import type { Tx } from '#app/platform/db/connect.server';

/** A lot's band from a day on, until the next one. */
export type BandPoint = {
  /** YYYY-MM-DD */
  on: string;
  method: string;
  figures: { floorMinor: bigint; fairMinor: bigint; ceilingMinor: bigint } | null;
  currency: string;
  /** Message key of why there was none. */
  reasonKey: string | null;
};

const MAX_POINTS = 60;

/** What a lot's band was, the oldest first: the last of each day on which it changed. */
export async function bandHistory(tx: Pick<Tx, 'lotBand'>, lotId: string): Promise<BandPoint[]> {
  const rows = await tx.lotBand.findMany({
    where: { lotId },
    orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
    take: MAX_POINTS,
  });
  const byDay = new Map<string, BandPoint>();
  for (const row of rows) {
    const on = row.asOf.toISOString().slice(0, 10);
    if (!byDay.has(on)) byDay.set(on, pointOf(row, on));
  }
  return [...byDay.values()].reverse();
}

type Row = {
  method: string;
  floorMinor: bigint | null;
  fairMinor: bigint | null;
  ceilingMinor: bigint | null;
  currency: string;
  reason: string | null;
};

function pointOf({ method, floorMinor, fairMinor, ceilingMinor, currency, reason }: Row, on: string): BandPoint {
  const whole = floorMinor !== null && fairMinor !== null && ceilingMinor !== null;
  return { on, method, currency, reasonKey: reason, figures: whole ? { floorMinor, fairMinor, ceilingMinor } : null };
}
