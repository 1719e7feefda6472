import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import type { ComputedBand } from './lot-band.server';

type Written = { lotId: string; computed: ComputedBand };

/** One lot's band, as `writeLotBands` does. */
export async function writeLotBand(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock'>,
  lotId: string,
  computed: ComputedBand,
): Promise<void> {
  await writeLotBands(tx, deps, [{ lotId, computed }]);
}

/**
 * Copies bands to their lots, where lists read them, and adds a row to the history of each lot of which
 * anything has changed: figures, method, verdict, reason, or what it stands on. Two statements for any number
 * of lots. Answers how many changed.
 */
export async function writeLotBands(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'clock'>,
  written: readonly Written[],
): Promise<number> {
  if (written.length === 0) return 0;
  const rows = JSON.stringify(written.map(({ lotId, computed }) => rowOf(deps.newId(), lotId, computed)));
  const changed = await tx.$executeRaw`
    INSERT INTO "LotBand" (id, "lotId", method, "floorMinor", "fairMinor", "ceilingMinor", currency, "asOf", verdict, reason, basis, "computedAt")
    SELECT r.id, r.lot, coalesce(r.method, ''), r.floor, r.fair, r.ceiling, r.currency, r."asOf"::date, r.verdict, r.reason, r.basis, ${deps.clock.now()}
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(id uuid, lot uuid, method text, floor bigint, fair bigint, ceiling bigint,
             currency text, "asOf" text, verdict text, reason text, basis text)
      JOIN "Lot" l ON l.id = r.lot
     WHERE (l."bandMethod", l."bandFloorMinor", l."bandFairMinor", l."bandCeilingMinor", l."bandVerdict", l."bandReason", l."bandBasis")
           IS DISTINCT FROM (r.method, r.floor, r.fair, r.ceiling, r.verdict, r.reason, r.basis)`;
  await tx.$executeRaw`
    UPDATE "Lot" l SET "bandMethod" = r.method, "bandFloorMinor" = r.floor, "bandFairMinor" = r.fair, "bandCeilingMinor" = r.ceiling,
           "bandVerdict" = r.verdict, "bandReason" = r.reason, "bandBasis" = r.basis, "bandAsOf" = r."asOf"::date,
           "bandExpiresOn" = r."expiresOn"::date
      FROM jsonb_to_recordset(${rows}::jsonb) AS r(lot uuid, method text, floor bigint, fair bigint, ceiling bigint, "asOf" text, verdict text,
             reason text, basis text, "expiresOn" text)
     WHERE l.id = r.lot AND (l."bandMethod", l."bandFloorMinor", l."bandFairMinor", l."bandCeilingMinor", l."bandVerdict", l."bandReason",
             l."bandBasis", l."bandAsOf", l."bandExpiresOn")
           IS DISTINCT FROM (r.method, r.floor, r.fair, r.ceiling, r.verdict, r.reason, r.basis, r."asOf"::date, r."expiresOn"::date)`;
  return changed;
}

function rowOf(id: string, lotId: string, { asOf, currency, band, reason, basis, expiresOn }: ComputedBand) {
  return {
    id,
    lot: lotId,
    // A refusal has no method. The reason says what was missing.
    method: band?.method ?? null,
    floor: band?.floorMinor.toString() ?? null,
    fair: band?.fairMinor.toString() ?? null,
    ceiling: band?.ceilingMinor.toString() ?? null,
    verdict: band?.verdict ?? null,
    currency,
    asOf,
    reason,
    basis,
    expiresOn,
  };
}
