import type { Day } from '#app/money/calendar-day';
import { CURRENCY_EXPONENTS } from '#app/money/currency-exponents';
import { Prisma } from '#app/platform/db/generated/client';
import { dayEnd, monthStart, type Month } from './period';

/** Which orders are asked for; `asOf` leaves out what was recorded after that day. Without a programme: of all of them, for sums that anybody may see. */
export type CountedFilter = {
  programmeId: string | null;
  from: Month;
  to: Month;
  asOf: Day;
  cooperativeId?: string | null;
};

const CODES = Object.keys(CURRENCY_EXPONENTS);
const EXPONENTS = Object.values(CURRENCY_EXPONENTS);

/**
 * The orders that count as income, one row each: the buyer accepted the delivery and the cooperative's
 * treasurer confirmed the money. Price and net are read from the settlement's postings, what banks kept of
 * the payouts from theirs; dates from the journal; an entry that was reversed does not count. Of the order's
 * own row only facts frozen before payment are used: reference value, baseline, verdict and rate. `usd` turns
 * minor units into US dollars; null where no rate was known.
 */
export function countedOrders({ programmeId, from, to, asOf, cooperativeId = null }: CountedFilter): Prisma.Sql {
  const end = dayEnd(asOf);
  const ofProgramme = programmeId === null ? Prisma.empty : Prisma.sql`AND o."programmeId" = ${programmeId}::uuid`;
  const ofCooperative = cooperativeId ? Prisma.sql`AND o."cooperativeId" = ${cooperativeId}::uuid` : Prisma.empty;
  return Prisma.sql`
    SELECT o.id, o.number, o."cooperativeId", o.mineral, o.form, o.currency, o.verdict,
           o."referenceMinor", o."baselineMinor", money.price, money.net - banks.kept AS net,
           "usdRate" * 10::numeric ^ (-exponent) AS usd,
           got."occurredAt" AS "moneyAt", done."occurredAt" AS "deliveredAt",
           to_char(got."occurredAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS month
      FROM "JournalEntry" got
      JOIN "Order" o ON o.id = got."orderId"
      JOIN "JournalEntry" done ON done."orderId" = o.id AND done.kind = 'delivery-settled'
      JOIN unnest(${CODES}::text[], ${EXPONENTS}::int[]) AS known(code, exponent) ON known.code = o.currency
     CROSS JOIN LATERAL (
           SELECT sum(p."amountMinor") FILTER (WHERE a.code = 'held-for-order') AS price,
                  -sum(p."amountMinor") FILTER (WHERE a.code = 'payable-to-cooperative') AS net
             FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
            WHERE p."entryId" = done.id) money
     CROSS JOIN LATERAL (
           SELECT coalesce(sum(p."amountMinor"), 0) AS kept
             FROM "JournalEntry" cost JOIN "Posting" p ON p."entryId" = cost.id AND p.part = 'bank-cost'
            WHERE cost."orderId" = o.id AND cost.kind = 'payout-bank-cost' AND cost."recordedAt" < ${end}
              AND NOT EXISTS (SELECT 1 FROM "JournalEntry" undone WHERE undone."reversesId" = cost.id AND undone."recordedAt" < ${end})) banks
     WHERE got.kind = 'proceeds-received'
       AND got."occurredAt" >= ${monthStart(from)} AND got."occurredAt" < ${end} AND got."recordedAt" < ${end}
       AND to_char(got."occurredAt" AT TIME ZONE 'UTC', 'YYYY-MM') <= ${to}
       ${ofProgramme} ${ofCooperative}
       AND NOT EXISTS (SELECT 1 FROM "JournalEntry" undone WHERE undone."reversesId" IN (got.id, done.id) AND undone."recordedAt" < ${end})`;
}
