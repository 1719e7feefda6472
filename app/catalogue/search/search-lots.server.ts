import type { Deps } from '#app/platform/deps';
import { Prisma } from '#app/platform/db/generated/client';
import { bandColumnInForce } from '../lot-band/band-in-force.server';
import { CARD_COLUMNS, toCard, type CardRow } from './card-columns.server';
import { countFacets, type FacetCounts } from './count-facets.server';
import type { LotCard } from './lot-card';
import { readCursor } from './lot-cursor';
import { FACETS, type LotSearch, type Sort } from './lot-search';
import { allOf, AVAILABLE_GRAMS, baseConditions, facetCondition } from './search-filter.server';

export const PAGE_SIZE = 24;

/**
 * The sort key as text and SQL. Every order ends with the id, so that a page starts exactly after the last
 * one.
 */
type Order = { key: Prisma.Sql; type: Prisma.Sql; descending: boolean };

const ORDER: Record<Sort, (now: Date) => Order> = {
  newest: () => ({ key: Prisma.sql`l."listedAt"`, type: Prisma.sql`timestamptz`, descending: true }),
  // Asks far under fair first. Lots without a band last.
  fairness: (now) => ({
    key: Prisma.sql`coalesce(round(l."askMinor" / nullif(${bandColumnInForce('bandFairMinor', now)}, 0)::numeric, 9), 1000000)`,
    type: Prisma.sql`numeric`,
    descending: false,
  }),
  mass: () => ({ key: Prisma.sql`coalesce(${AVAILABLE_GRAMS}, 0)`, type: Prisma.sql`numeric`, descending: true }),
};

type LotList = { lots: LotCard[]; counts: FacetCounts; next: string | null };

/**
 * One page of the lots for sale with the counts of every facet, in two queries however many lots there are.
 */
export async function searchLots(
  deps: Deps,
  { search, cursor }: { search: LotSearch; cursor: string | null },
): Promise<LotList> {
  const now = deps.clock.now();
  const [rows, counts] = await Promise.all([
    readPage(deps, { search, cursor, now }),
    countFacets(deps.db, { search, now }),
  ]);
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    lots: page.map((row) => toCard(row, now)),
    counts,
    next: rows.length > PAGE_SIZE && last ? `${last.sortKey}~${last.id}` : null,
  };
}

type Asked = { search: LotSearch; cursor: string | null; now: Date };

function readPage(deps: Deps, { search, cursor, now }: Asked): Promise<(CardRow & { sortKey: string })[]> {
  const { key, type, descending } = ORDER[search.sort](now);
  const conditions = baseConditions(search);
  for (const facet of FACETS) {
    const condition = facetCondition(facet, { values: search.chosen[facet], now });
    if (condition) conditions.push(condition);
  }
  const after = readCursor(search.sort, cursor);
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  if (after) {
    const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
    conditions.push(Prisma.sql`(${key}, l.id) ${beyond} (${after.key}::text::${type}, ${after.id}::uuid)`);
  }
  const keyText =
    search.sort === 'newest'
      ? Prisma.sql`to_char(l."listedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : Prisma.sql`${key}::text`;
  return deps.db.$queryRaw<(CardRow & { sortKey: string })[]>`
    SELECT ${CARD_COLUMNS}, ${keyText} AS "sortKey"
      FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId"
     WHERE ${allOf(conditions)}
     ORDER BY ${key} ${direction}, l.id ${direction}
     LIMIT ${PAGE_SIZE + 1}`;
}

/**
 * `key~id` of the last lot seen. One that this order did not make is ignored: the list then starts at its
 * beginning.
 */

/** The id of the lot that was listed last, for examples that work. Null while nothing is listed. */
export async function sampleLot({ db }: Pick<Deps, 'db'>): Promise<string | null> {
  const newest = await db.lot.findFirst({
    where: { state: 'listed' },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return newest?.id ?? null;
}
