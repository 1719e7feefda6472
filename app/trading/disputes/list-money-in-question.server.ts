import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

export type MoneyInQuestion = {
  orderId: string;
  number: string;
  kind: 'dispute' | 'refund' | 'failed-refund' | 'loss';
  amountMinor: bigint;
  currency: string;
  since: Date;
  /** Until when the bank wants an answer. */
  dueAt: Date | null;
};

/**
 * What staff of a programme must answer or decide, the nearest deadline first: open disputes, parts of
 * payments that went back, payments that are lost while they are owed outward, and refunds that failed and
 * whose money is owed to the buyer still.
 */
export async function listMoneyInQuestion(
  { db }: Pick<Deps, 'db'>,
  { actor }: { actor: Actor },
): Promise<MoneyInQuestion[]> {
  return db.$queryRaw<MoneyInQuestion[]>`
    SELECT o.id AS "orderId", o.number, 'dispute' AS kind, d."amountMinor", d.currency, d."openedAt" AS since, d."evidenceDueAt" AS "dueAt"
      FROM "Dispute" d JOIN "Order" o ON o.id = d."orderId"
     WHERE d.status = 'open' AND o."programmeId" = ${actor.organisationId}::uuid
     UNION ALL
    SELECT o.id, o.number, 'refund', r."amountMinor", r.currency, r."refundedAt", NULL
      FROM "OutsideRefund" r JOIN "Order" o ON o.id = r."orderId"
     WHERE r."decidedAt" IS NULL AND o."programmeId" = ${actor.organisationId}::uuid
     UNION ALL
    SELECT o.id, o.number, 'loss', l."amountMinor", l.currency, l."openedAt", NULL
      FROM "PaymentLoss" l JOIN "Order" o ON o.id = l."orderId"
     WHERE l."decidedAt" IS NULL AND o."programmeId" = ${actor.organisationId}::uuid
     UNION ALL
    SELECT o.id, o.number, 'failed-refund', owed.minor, o.currency, failed.since, NULL
      FROM (SELECT "orderId", min("occurredAt") AS since FROM "JournalEntry" WHERE kind = 'refund-failed' GROUP BY 1) failed
      JOIN "Order" o ON o.id = failed."orderId"
     CROSS JOIN LATERAL (
       SELECT coalesce(-sum(p."amountMinor"), 0)::bigint AS minor
         FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
        WHERE p."orderId" = o.id AND a.code = 'payable-buyer-refund' AND a.currency = o.currency) owed
     WHERE o."programmeId" = ${actor.organisationId}::uuid AND owed.minor > 0
     ORDER BY "dueAt" NULLS LAST, since
     LIMIT 100`;
}
