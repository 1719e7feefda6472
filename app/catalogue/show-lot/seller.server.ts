import type { Tx } from '#app/platform/db/connect.server';

/** What anyone may know of a seller: who reviewed it, when, and what it sold here. */
export type Seller = {
  id: string;
  name: string;
  slug: string;
  countryCode: string;
  currency: string;
  district: string | null;
  description: string | null;
  womenLed: boolean;
  programmeName: string | null;
  review: { state: 'accepted' | 'accepted_with_plan'; decidedAt: string; planDueOn: string | null } | null;
  /**
   * At least so many of its settled orders are published. 0 for fewer than five. The exact number would tell
   * when it sold.
   */
  settledOrders: number;
};

type Row = Omit<Seller, 'review' | 'settledOrders'> & {
  state: string | null;
  decidedAt: Date | null;
  planDueOn: Date | null;
  settled: number | null;
};

const STEP = 5;

function stepOf(orders: number): number {
  return orders - (orders % STEP);
}

/** By id or by slug. Null where there is no such cooperative. */
export async function readSeller(tx: Tx, by: { id: string } | { slug: string }): Promise<Seller | null> {
  const [id, slug] = 'id' in by ? [by.id, null] : [null, by.slug];
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT o.id, o.name, o.slug, o."countryCode", o.currency, o.district, o.description, o."womenLed", p.name AS "programmeName",
           a.state::text AS state, a."decidedAt", a."planDueOn",
           (SELECT c."settledOrders" FROM "PublishedCooperative" c WHERE c."cooperativeId" = o.id ORDER BY c.number DESC LIMIT 1) AS settled
      FROM "Organisation" o
      LEFT JOIN "Organisation" p ON p.id = o."programmeId"
      LEFT JOIN "Application" a ON a."organisationId" = o.id
     WHERE o.kind = 'cooperative' AND (o.id = ${id}::uuid OR o.slug = ${slug})`;
  if (!row) return null;
  const { state, decidedAt, planDueOn, settled, ...seller } = row;
  const accepted = state === 'accepted' || state === 'accepted_with_plan' ? state : null;
  return {
    ...seller,
    review:
      accepted && decidedAt
        ? {
            state: accepted,
            decidedAt: decidedAt.toISOString(),
            planDueOn: planDueOn ? planDueOn.toISOString().slice(0, 10) : null,
          }
        : null,
    settledOrders: stepOf(settled ?? 0),
  };
}
