import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';

export type AsideRate = { base: string; quote: string; on: string; rate: string; source: string };

const DAYS_SHOWN = 30;

/** Rates of the last weeks that a publisher gave but that moved too far, as long as no rate of that day has been entered since. */
export async function listAsideRates(
  deps: Pick<Deps, 'db' | 'clock'>,
  { actor }: { actor: Actor },
): Promise<AsideRate[]> {
  if (!can(actor, 'price:read')) throw new Forbidden();
  const since = new Date(deps.clock.now().getTime() - DAYS_SHOWN * 86_400_000);
  const rows = await deps.db.$queryRaw<AsideRate[]>`
    SELECT DISTINCT split_part(a.pair, '/', 1) AS base, split_part(a.pair, '/', 2) AS quote, a."on", a.rate, i.source
    FROM "PriceImport" i, jsonb_to_recordset(i."asideRates") AS a(pair text, "on" text, rate text)
    WHERE i."recordedAt" >= ${since} AND NOT EXISTS (SELECT 1 FROM "FxRate" f
      WHERE f.base = split_part(a.pair, '/', 1) AND f.quote = split_part(a.pair, '/', 2) AND f."on" >= a."on"::date)
    ORDER BY a."on" DESC, base, quote LIMIT 50`;
  return rows.map((row) => ({ ...row, rate: plain(row.rate) }));
}
