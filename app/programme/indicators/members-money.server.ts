import type { Deps } from '#app/platform/deps';
import { countedOrders, type CountedFilter } from './counted-orders.server';
import { isSex } from '#app/proceeds/members/sex';
import { NO_MEMBERS_MONEY, type MembersMoney } from './people';
import type { Month } from './period';

/** Members' money over a whole span and over its parts. People are counted once in each group, however often they share. */
export type MembersMoneyCells = {
  now: MembersMoney;
  before: MembersMoney;
  byMonth: Map<Month, MembersMoney>;
  /** Of the later span only. */
  byCooperative: Map<string, MembersMoney>;
};

type Row = {
  span: 'now' | 'before';
  month: string | null;
  cooperativeId: string | null;
  sex: string;
  people: number;
  amount: string;
};

/**
 * What the sharing of counted orders owed to members, from the postings of the cooperatives' own books, by the sex that the roll records. `split` is the
 * first month of the later span.
 */
export async function membersMoneyCells(
  deps: Pick<Deps, 'db'>,
  filter: CountedFilter & { split: Month },
): Promise<MembersMoneyCells> {
  const rows = await deps.db.$queryRaw<Row[]>`
    WITH counted AS (${countedOrders(filter)}), shared AS (
      SELECT CASE WHEN c.month >= ${filter.split} THEN 'now' ELSE 'before' END AS span, c.month, c."cooperativeId",
             m.sex, m.id AS member, -p."amountMinor" * c.usd AS amount
        FROM counted c
        JOIN "JournalEntry" e ON e."orderId" = c.id AND e.kind = 'proceeds-shared'
        JOIN "Posting" p ON p."entryId" = e.id
        JOIN "LedgerAccount" a ON a.id = p."accountId" AND a.code = 'payable-to-member'
        JOIN "CooperativeMember" m ON m.id = a."ownerId"::uuid
       WHERE c.usd IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM "JournalEntry" undone WHERE undone."reversesId" = e.id)
    )
    SELECT span, month, "cooperativeId", sex, count(DISTINCT member)::int AS people, sum(amount)::text AS amount
      FROM shared
     GROUP BY GROUPING SETS ((span, sex), (span, month, sex), (span, "cooperativeId", sex))`;
  const cells: MembersMoneyCells = {
    now: NO_MEMBERS_MONEY,
    before: NO_MEMBERS_MONEY,
    byMonth: new Map(),
    byCooperative: new Map(),
  };
  for (const row of rows) {
    const { span, month, cooperativeId } = row;
    if (month !== null) cells.byMonth.set(month, withRow(cells.byMonth.get(month), row));
    else if (cooperativeId === null) cells[span] = withRow(cells[span], row);
    else if (span === 'now')
      cells.byCooperative.set(cooperativeId, withRow(cells.byCooperative.get(cooperativeId), row));
  }
  return cells;
}

function withRow(money: MembersMoney = NO_MEMBERS_MONEY, { sex, people, amount }: Row): MembersMoney {
  return { ...money, [isSex(sex) ? sex : 'unknown']: { people, amount } };
}
