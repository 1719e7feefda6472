import type { Deps } from '#app/platform/deps';
import { countedOrders, type CountedFilter } from './counted-orders.server';
import type { Month } from './period';
import type { Sums } from './calculation/sums';

/** Sums of one cooperative's orders in one month, and what was sold. */
export type OrderCell = {
  month: Month;
  cooperativeId: string;
  products: { mineral: string; form: string }[];
  sums: Sums;
};

type Row = {
  month: string;
  cooperativeId: string;
  products: string[];
  orders: number;
  unrated: number;
  price: string;
  net: string;
  referenceOrders: number;
  referencePrice: string;
  referenceValue: string;
  baselineOrders: number;
  baselinePrice: string;
  baselineNet: string;
  baselineValue: string;
  bandOrders: number;
  bandPrice: string;
  underOrders: number;
  underPrice: string;
  hours: number[];
};

/** Every figure of the overview and its tables comes from these cells: one query for two years of a programme. */
export async function orderCells(deps: Pick<Deps, 'db'>, filter: CountedFilter): Promise<OrderCell[]> {
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH counted AS (${countedOrders(filter)}), rated AS (
      SELECT *, usd IS NOT NULL AS known, price * usd AS "priceUsd", net * usd AS "netUsd",
             "referenceMinor" * usd AS "referenceUsd", "baselineMinor" * usd AS "baselineUsd"
        FROM counted
    )
    SELECT month, "cooperativeId",
           array_agg(DISTINCT mineral || '/' || form) AS products,
           count(*)::int AS orders,
           (count(*) FILTER (WHERE NOT known))::int AS unrated,
           coalesce(sum("priceUsd"), 0)::text AS price,
           coalesce(sum("netUsd"), 0)::text AS net,
           count("referenceUsd")::int AS "referenceOrders",
           coalesce(sum("priceUsd") FILTER (WHERE "referenceUsd" IS NOT NULL), 0)::text AS "referencePrice",
           coalesce(sum("referenceUsd"), 0)::text AS "referenceValue",
           count("baselineUsd")::int AS "baselineOrders",
           coalesce(sum("priceUsd") FILTER (WHERE "baselineUsd" IS NOT NULL), 0)::text AS "baselinePrice",
           coalesce(sum("netUsd") FILTER (WHERE "baselineUsd" IS NOT NULL), 0)::text AS "baselineNet",
           coalesce(sum("baselineUsd"), 0)::text AS "baselineValue",
           (count(*) FILTER (WHERE known AND verdict IS NOT NULL))::int AS "bandOrders",
           coalesce(sum("priceUsd") FILTER (WHERE verdict IS NOT NULL), 0)::text AS "bandPrice",
           (count(*) FILTER (WHERE known AND verdict = 'below-floor'))::int AS "underOrders",
           coalesce(sum("priceUsd") FILTER (WHERE verdict = 'below-floor'), 0)::text AS "underPrice",
           array_agg(floor(extract(epoch FROM "moneyAt" - "deliveredAt") / 3600)::int) AS hours
      FROM rated
     GROUP BY month, "cooperativeId"
     ORDER BY month, "cooperativeId"`;
  return rows.map(toCell);
}

function toCell(row: Row): OrderCell {
  const { month, cooperativeId, orders, unrated, price, net, hours } = row;
  return {
    month,
    cooperativeId,
    products: row.products.map((key) => {
      const [mineral = '', form = ''] = key.split('/');
      return { mineral, form };
    }),
    sums: {
      orders,
      unrated,
      price,
      net,
      reference: { orders: row.referenceOrders, price: row.referencePrice, value: row.referenceValue },
      baseline: {
        orders: row.baselineOrders,
        price: row.baselinePrice,
        net: row.baselineNet,
        value: row.baselineValue,
      },
      band: { orders: row.bandOrders, price: row.bandPrice, underOrders: row.underOrders, underPrice: row.underPrice },
      hours,
    },
  };
}
