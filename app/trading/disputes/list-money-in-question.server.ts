import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

export type MoneyInQuestion = {
  orderId: string;
  number: string;
  kind: 'dispute' | 'refund';
  amountMinor: bigint;
  currency: string;
  since: Date;
  /** Until when the bank wants an answer. */
  dueAt: Date | null;
};

/** What staff of a programme must answer or decide, the nearest deadline first: open disputes, and parts of payments that went back. */
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
     ORDER BY "dueAt" NULLS LAST, since
     LIMIT 100`;
}
