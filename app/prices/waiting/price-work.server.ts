import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { STILL_WAITING } from '../imports/still-waiting.server';

/** What of prices waits for one of the staff: a file to accept, a figure to believe or not, what a colleague has entered. */
export type PriceWork = {
  id: string;
  kind: 'draft' | 'quarantined' | 'fx-rate' | 'local-price' | 'series';
  /** A file's name, a district and its country, a key; a figure's month as `2026-05`. */
  title: string;
  /** What a price is of. */
  commodity: string | null;
  /** Whose figure it is, where it is one of a series: traders of one place, or the world. */
  series: string | null;
  since: string;
};

const MOST_SHOWN = 20;

type Row = Omit<PriceWork, 'since'> & { since: Date; total: bigint };

/** Oldest first, with how many there are. What the reader has proposed or decided on waits for somebody else. One query. */
export async function priceWork(
  deps: Pick<Deps, 'db'>,
  { actor }: { actor: Actor },
): Promise<{ items: PriceWork[]; total: number }> {
  if (!can(actor, 'price:approve')) return { items: [], total: 0 };
  const { userId, organisationId } = actor;
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT w.*, count(*) OVER () AS total FROM (
      SELECT id::text, 'draft' AS kind, "fileName" AS title, NULL AS commodity, NULL AS series, "uploadedAt" AS since FROM "PriceImportDraft"
      WHERE "programmeId" = ${organisationId}::uuid AND state = 'preview'
        AND NOT (source = 'csv' AND "uploadedBy" = ${userId})
      UNION ALL
      SELECT id::text, kind, CASE kind WHEN 'fx-rate' THEN (facts->>'quote') || '/' || (facts->>'base')
          WHEN 'local-price' THEN (facts->>'district') || ' (' || (facts->>'country') || ')' ELSE facts->>'key' END, CASE kind WHEN 'local-price' THEN facts->>'commodity' END, NULL,
        "proposedAt"
      FROM "PriceProposal" WHERE "programmeId" = ${organisationId}::uuid AND state = 'waiting' AND "proposedBy" <> ${userId}
      UNION ALL
      SELECT o.id::text, 'quarantined', to_char(o.period, 'YYYY-MM'), s.commodity, s.key, o."recordedAt"
      FROM "Observation" o JOIN "Series" s ON s.key = o."seriesKey"
      WHERE ${STILL_WAITING}
        AND NOT EXISTS (SELECT 1 FROM "QuarantineDecision" d WHERE d."observationId" = o.id AND d."staffId" = ${userId})
    ) w ORDER BY w.since, w.id LIMIT ${MOST_SHOWN}`;
  return {
    items: rows.map(({ total: _, since, ...row }) => ({ ...row, since: since.toISOString() })),
    total: Number(rows[0]?.total ?? 0n),
  };
}
