import type { Deps } from '#app/platform/deps';
import { byCooperative } from '../indicators/calculation/figures';
import { NO_MEMBERS_MONEY } from '../indicators/people';
import { NO_SUMS } from '../indicators/calculation/sums';
import { indicatorValue, type IndicatorValue } from '../indicators/calculation/value';
import type { Year } from '../indicators/year.server';

/** One cooperative in the tables of staff, over the year of the page. */
export type CooperativeLine = {
  id: string;
  name: string;
  countryCode: string;
  district: string | null;
  womenLed: boolean;
  application: string;
  products: { mineral: string; form: string }[];
  /** US dollars, decimal text; null without a sale in the year. */
  salesUsd: string | null;
  orders: number;
  retained: IndicatorValue;
  uplift: IndicatorValue;
  women: IndicatorValue;
  /** Orders of the year that had a band, and those of them that were placed under its floor. */
  banded: number;
  underFloor: number;
};

/** Every cooperative of the programme with its figures, the largest sales first. */
export async function cooperativeLines(
  deps: Pick<Deps, 'db'>,
  programmeId: string,
  year: Year,
): Promise<CooperativeLine[]> {
  const rows = await deps.db.$queryRaw<
    { id: string; name: string; countryCode: string; district: string | null; womenLed: boolean; application: string }[]
  >`
    SELECT o.id, o.name, o."countryCode", o.district, o."womenLed", coalesce(a.state::text, 'draft') AS application
      FROM "Organisation" o LEFT JOIN "Application" a ON a."organisationId" = o.id
     WHERE o."programmeId" = ${programmeId}::uuid AND o.kind = 'cooperative'
     ORDER BY o.name, o.id`;
  const sums = byCooperative(year.cells, year.period.months);
  const products = productsBy(year);
  const lines = rows.map((row): CooperativeLine => {
    const own = sums.get(row.id) ?? NO_SUMS;
    const money = year.money.byCooperative.get(row.id) ?? NO_MEMBERS_MONEY;
    return {
      ...row,
      products: products.get(row.id) ?? [],
      salesUsd: own.orders === 0 ? null : own.price,
      orders: own.orders,
      retained: indicatorValue('retained-share', own, money),
      uplift: indicatorValue('uplift', own, money),
      women: indicatorValue('womens-share', own, money),
      banded: own.band.orders,
      underFloor: own.band.underOrders,
    };
  });
  return lines.sort((a, b) => compareDecimal(b.salesUsd, a.salesUsd));
}

/** Longer whole parts are larger; of the same length the text decides. Sums are never negative. */
function compareDecimal(a: string | null, b: string | null): number {
  const [left = '', right = ''] = [a?.split('.')[0], b?.split('.')[0]];
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

function productsBy({ cells, period }: Year): Map<string, { mineral: string; form: string }[]> {
  const found = new Map<string, Map<string, { mineral: string; form: string }>>();
  for (const { month, cooperativeId, products } of cells) {
    if (!period.months.includes(month)) continue;
    const own = found.get(cooperativeId) ?? new Map<string, { mineral: string; form: string }>();
    for (const product of products) own.set(`${product.mineral}/${product.form}`, product);
    found.set(cooperativeId, own);
  }
  return new Map([...found].map(([id, own]) => [id, [...own.values()]]));
}
