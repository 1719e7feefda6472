import type { Db } from '#app/platform/db/connect.server';
import { Prisma } from '#app/platform/db/generated/client';
import { FACETS, type Facet, type LotSearch } from './lot-search';
import { allOf, baseConditions, facetCondition, verdictAt } from './search-filter.server';

export type FacetCounts = { total: bigint; byFacet: Record<Facet, { value: string; count: bigint }[]> };

const VALUE: Record<Facet, Prisma.Sql> = {
  mineral: Prisma.sql`m.mineral`,
  form: Prisma.sql`m.form`,
  stage: Prisma.sql`m.stage`,
  country: Prisma.sql`m."originCountry"`,
  certificate: Prisma.sql`unnest(m.certificates)`,
  incoterm: Prisma.sql`m.incoterm`,
  band: Prisma.sql`m.verdict`,
  women: Prisma.sql`CASE WHEN m."womenLed" THEN 'yes' END`,
};

const FLAG: Record<Facet, Prisma.Sql> = {
  mineral: Prisma.sql`f_mineral`,
  form: Prisma.sql`f_form`,
  stage: Prisma.sql`f_stage`,
  country: Prisma.sql`f_country`,
  certificate: Prisma.sql`f_certificate`,
  incoterm: Prisma.sql`f_incoterm`,
  band: Prisma.sql`f_band`,
  women: Prisma.sql`f_women`,
};

/**
 * Counts every facet in one pass over the listed lots: each lot is marked once with the facets whose choice
 * it meets, and a facet's counts ignore its own choice, so that they say what choosing more would add.
 */
export async function countFacets(db: Db, { search, now }: { search: LotSearch; now: Date }): Promise<FacetCounts> {
  const flags = FACETS.map(
    (facet) =>
      Prisma.sql`${facetCondition(facet, { values: search.chosen[facet], now }) ?? Prisma.sql`true`} AS ${FLAG[facet]}`,
  );
  const counts = FACETS.map((facet) => {
    const others = FACETS.filter((other) => other !== facet).map((other) => FLAG[other]);
    return Prisma.sql`SELECT ${facet} AS facet, ${VALUE[facet]} AS value, count(*) AS count FROM m WHERE ${allOf(others)} GROUP BY 2`;
  });
  const rows = await db.$queryRaw<{ facet: Facet | 'total'; value: string | null; count: bigint }[]>`
    WITH m AS MATERIALIZED (
      SELECT l.mineral, l.form, l.stage, l."originCountry", l.certificates, l.incoterm, l."womenLed",
             ${verdictAt(now)} AS verdict, ${Prisma.join(flags)}
        FROM "Lot" l
       WHERE ${allOf(baseConditions(search))}
    )
    ${Prisma.join(counts, ' UNION ALL ')}
    UNION ALL SELECT 'total', NULL, count(*) FROM m WHERE ${allOf(FACETS.map((facet) => FLAG[facet]))}`;

  const byFacet = Object.fromEntries(
    FACETS.map((facet) => [facet, [] as { value: string; count: bigint }[]]),
  ) as FacetCounts['byFacet'];
  let total = 0n;
  for (const { facet, value, count } of rows) {
    if (facet === 'total') total = count;
    else if (value !== null) byFacet[facet].push({ value, count });
  }
  return { total, byFacet };
}
