import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';

export type OwedPayout = {
  orderId: string;
  cooperativeId: string;
  cooperativeName: string;
  amountMinor: bigint;
  currency: string;
  since: Date;
};

/**
 * Deliveries whose net is owed to a cooperative of the programme and for which no payout was prepared, the
 * oldest first. Read from postings, without the orders that stand still.
 */
export async function owedPayouts(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<OwedPayout[]> {
  return deps.db.$queryRaw<OwedPayout[]>`
    SELECT entry."orderId", cooperative.id AS "cooperativeId", cooperative.name AS "cooperativeName",
           owed.minor AS "amountMinor", entry.currency, entry."occurredAt" AS since
      FROM "JournalEntry" entry
      JOIN "Posting" posting ON posting."entryId" = entry.id AND posting.part = 'net'
      JOIN "LedgerAccount" account ON account.id = posting."accountId" AND account.code = 'payable-to-cooperative'
      JOIN "Organisation" cooperative ON cooperative.id = account."ownerId"::uuid
     CROSS JOIN LATERAL (
       SELECT -sum(p."amountMinor")::bigint AS minor
         FROM "Posting" p WHERE p."orderId" = entry."orderId" AND p."accountId" = account.id) owed
     WHERE entry.kind = 'delivery-settled' AND owed.minor > 0
       AND cooperative."programmeId" = ${actor.organisationId}::uuid
       AND NOT EXISTS (SELECT 1 FROM "JournalEntry" undone WHERE undone."reversesId" = entry.id)
       AND NOT EXISTS (SELECT 1 FROM "Order" o WHERE o.id = entry."orderId" AND o."frozenFor" IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM "Payout" payout WHERE payout."orderId" = entry."orderId" AND payout.state NOT IN ('cancelled', 'partial'))
     ORDER BY entry."occurredAt", entry.id
     LIMIT 100`;
}
