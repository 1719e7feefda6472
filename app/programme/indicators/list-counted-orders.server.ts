import type { Deps } from '#app/platform/deps';
import { countedOrders, type CountedFilter } from './counted-orders.server';

/** One order under an indicator: its money in its own currency, from the postings. Text of minor units and decimals. */
export type CountedOrder = {
  id: string;
  number: string;
  cooperativeId: string;
  cooperativeName: string;
  mineral: string;
  form: string;
  currency: string;
  priceMinor: bigint;
  netMinor: bigint;
  referenceMinor: bigint | null;
  baselineMinor: bigint | null;
  verdict: string | null;
  /** False where no rate into US dollars was known: the order is in no sum. */
  rated: boolean;
  hours: number;
  moneyAt: string;
};

export type CountedOrders = { orders: CountedOrder[]; next: string | null };

const PAGE_SIZE = 25;

type Row = Omit<CountedOrder, 'priceMinor' | 'netMinor' | 'moneyAt'> & { price: string; net: string; moneyAt: Date };

/** The orders behind a figure, the newest money first; `after` is the cursor of the page before (time and id). */
export async function listCountedOrders(
  deps: Pick<Deps, 'db'>,
  { after, ...filter }: CountedFilter & { after: { moneyAt: Date; id: string } | null },
): Promise<CountedOrders> {
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH counted AS (${countedOrders(filter)})
    SELECT c.id, c.number, c."cooperativeId", o.name AS "cooperativeName", c.mineral, c.form, c.currency, c.price::text, c.net::text,
           c."referenceMinor", c."baselineMinor", c.verdict, c.usd IS NOT NULL AS rated,
           floor(extract(epoch FROM c."moneyAt" - c."deliveredAt") / 3600)::int AS hours, c."moneyAt"
      FROM counted c JOIN "Organisation" o ON o.id = c."cooperativeId"
     WHERE ${after === null} OR (c."moneyAt", c.id) < (${after?.moneyAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)
     ORDER BY c."moneyAt" DESC, c.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  return {
    orders: shown.map(({ price, net, moneyAt, ...row }) => ({
      ...row,
      priceMinor: BigInt(price),
      netMinor: BigInt(net),
      moneyAt: moneyAt.toISOString(),
    })),
    next: last ? `${last.moneyAt.toISOString()}~${last.id}` : null,
  };
}

/** Reads what `next` wrote; null where it is no cursor. */
export function readCountedCursor(text: string | null): { moneyAt: Date; id: string } | null {
  const [time = '', id = ''] = (text ?? '').split('~');
  const moneyAt = new Date(time);
  return Number.isNaN(moneyAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { moneyAt, id };
}
