/** A verified order as far as it may speak for others. `unitPrice` is in US dollars per `unit`. */
export type Sale = {
  id: string;
  sellerId: string;
  buyerId: string;
  mineral: string;
  form: string;
  quality: string;
  size: string;
  originCountry: string;
  unit: string;
  /** `2026-05-31` */
  soldOn: string;
};

/** What a cohort's sales have in common. Null: of several sizes, of several countries. */
export type CohortKey = Pick<Sale, 'mineral' | 'form' | 'quality' | 'unit'> & {
  size: string | null;
  country: string | null;
};

export type Cohort = CohortKey & { saleIds: string[]; soldFrom: string; soldTo: string };

export const LEAST = { orders: 5, sellers: 3, buyers: 3 } as const;

/** A sale first waits for its like; only then may it come together with sales of other sizes, and later of other countries. */
const WAITS_FOR_SIZE_DAYS = 60;
const WAITS_FOR_COUNTRY_DAYS = 90;

/** Enough orders, of enough sellers and buyers, that none of them stands out. */
export function isThick(sales: readonly Pick<Sale, 'sellerId' | 'buyerId'>[]): boolean {
  return (
    sales.length >= LEAST.orders &&
    new Set(sales.map(({ sellerId }) => sellerId)).size >= LEAST.sellers &&
    new Set(sales.map(({ buyerId }) => buyerId)).size >= LEAST.buyers
  );
}

/**
 * The cohorts that a month's release adds: the sales before `month` that no cohort holds yet, put together with their like where they are
 * enough. Looks at who sold what and when, never at a price, so that not even the time of a release tells one.
 */
export function newCohorts(waiting: readonly Sale[], month: string): Cohort[] {
  let rest = waiting.filter(({ soldOn }) => soldOn < month);
  const found: Cohort[] = [];
  for (const { key, waitsDays } of WIDTHS) {
    const ready = rest.filter(({ soldOn }) => daysBetween(soldOn, month) >= waitsDays);
    for (const sales of groups(ready, (sale) => JSON.stringify(key(sale)))) {
      const [first] = sales;
      if (!first || !isThick(sales)) continue;
      const days = sales.map(({ soldOn }) => soldOn).sort();
      found.push({
        ...key(first),
        saleIds: sales.map(({ id }) => id),
        soldFrom: days[0] ?? '',
        soldTo: days.at(-1) ?? '',
      });
    }
    const taken = new Set(found.flatMap(({ saleIds }) => saleIds));
    rest = rest.filter(({ id }) => !taken.has(id));
  }
  return found;
}

const common = ({ mineral, form, quality, unit }: Sale) => ({ mineral, form, quality, unit });

const WIDTHS: readonly { key: (sale: Sale) => CohortKey; waitsDays: number }[] = [
  { key: (sale) => ({ ...common(sale), size: sale.size, country: sale.originCountry }), waitsDays: 0 },
  { key: (sale) => ({ ...common(sale), size: null, country: sale.originCountry }), waitsDays: WAITS_FOR_SIZE_DAYS },
  { key: (sale) => ({ ...common(sale), size: null, country: null }), waitsDays: WAITS_FOR_COUNTRY_DAYS },
];

function groups<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return [...found.values()];
}

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
