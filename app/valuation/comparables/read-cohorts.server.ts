import { dayOf } from '#app/money/calendar-day';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import type { PublishedCohort } from './published-cell';

type Row = Omit<PublishedCohort, 'month' | 'soldFrom' | 'soldTo' | 'sales'> & {
  month: Date;
  soldFrom: Date;
  soldTo: Date;
  sales: { p: string; s: string; b: string }[];
};

/** Everything published by `knownAt` (null: now), of one product or of all. */
export async function readCohorts(
  deps: Pick<Deps, 'db' | 'clock'>,
  { knownAt, product }: { knownAt: Date | null; product: { mineral: string; form: string } | null },
): Promise<PublishedCohort[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    SELECT c.mineral, c.form, c.quality, c.unit, c.size, c.country, c.month, c."soldFrom", c."soldTo",
           jsonb_agg(jsonb_build_object('p', s."unitPrice"::text, 's', s."sellerId", 'b', s."buyerId")) AS sales
      FROM "SaleCohort" c JOIN "CohortSale" m ON m."cohortId" = c.id JOIN "ComparableSale" s ON s.id = m."saleId"
     WHERE c."releasedAt" <= ${knownAt ?? deps.clock.now()}
       AND (${product?.mineral ?? null}::text IS NULL OR (c.mineral = ${product?.mineral ?? null} AND c.form = ${product?.form ?? null}))
     GROUP BY c.id ORDER BY c.id`;
  return rows.map(({ month, soldFrom, soldTo, sales, ...key }) => ({
    ...key,
    month: dayOf(month),
    soldFrom: dayOf(soldFrom),
    soldTo: dayOf(soldTo),
    sales: sales.map(({ p, s, b }) => ({ unitPrice: plain(p), sellerId: s, buyerId: b })),
  }));
}
