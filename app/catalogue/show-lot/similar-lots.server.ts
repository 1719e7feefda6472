import type { Deps } from '#app/platform/deps';
import { CARD_COLUMNS, toCard, type CardRow } from '../search/card-columns.server';
import type { LotCard } from '../search/lot-card';

/** Lots for sale of the same product first, then of the same mineral, the newest first. */
export async function similarLots(
  deps: Pick<Deps, 'db' | 'clock'>,
  { lotId, mineral, form, limit = 3 }: { lotId: string; mineral: string; form: string; limit?: number },
): Promise<LotCard[]> {
  const rows = await deps.db.$queryRaw<CardRow[]>`
    SELECT ${CARD_COLUMNS}
      FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
     WHERE l.state = 'listed' AND l.mineral = ${mineral} AND l.id <> ${lotId}::uuid
     ORDER BY (l.form = ${form}) DESC, l."listedAt" DESC, l.id DESC
     LIMIT ${limit}`;
  return rows.map((row) => toCard(row, deps.clock.now()));
}
