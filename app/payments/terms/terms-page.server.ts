import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { asCurrency } from '#app/money/currency';
import { money, type Money } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import type { CostBearer } from '../limits/payment-cost';
import type { PaymentTerms } from './payment-terms';
import { paymentTermsInForce } from './terms-in-force.server';

export type TermsVersion = {
  id: string;
  version: number;
  costBearer: CostBearer;
  cardLimit: Money;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  /** Null while it waits for a second person. */
  decision: { approved: boolean; by: string; at: string } | null;
};

/**
 * An order for which the platform must put in money of its own: its payment cost more than was there for it,
 * or is lost.
 */
export type ShortPayment = { orderId: string; number: string; cause: 'cost' | 'loss'; short: Money };

export type TermsPage = {
  inForce: PaymentTerms;
  waiting: (TermsVersion & { isOwn: boolean }) | null;
  versions: TermsVersion[];
  shorts: ShortPayment[];
  mayDecide: boolean;
};

const MAX_LINES = 50;

/**
 * How orders of the actor's programme are paid, what is proposed, and what the platform itself owes for
 * payments.
 */
export async function termsPage(deps: Pick<Deps, 'db'>, { actor }: { actor: Actor }): Promise<TermsPage> {
  if (!can(actor, 'programme:read')) throw new Forbidden();
  const programmeId = actor.organisationId;
  const person = { select: { name: true } };
  const [inForce, rows, shorts] = await Promise.all([
    paymentTermsInForce(deps.db, programmeId),
    deps.db.paymentTerms.findMany({
      where: { programmeId },
      include: { proposedBy: person, decision: { include: { decidedBy: person } } },
      orderBy: { version: 'desc' },
      take: MAX_LINES,
    }),
    shortPayments(deps, programmeId),
  ]);
  const versions = rows.map((row): TermsVersion => ({
    id: row.id,
    version: row.version,
    costBearer: row.costBearer,
    cardLimit: money(row.cardLimitMinor, asCurrency(row.cardLimitCurrency)),
    reason: row.reason,
    proposedBy: row.proposedBy.name,
    proposedAt: row.proposedAt.toISOString(),
    decision: row.decision && {
      approved: row.decision.approved,
      by: row.decision.decidedBy.name,
      at: row.decision.decidedAt.toISOString(),
    },
  }));
  const [newest] = rows;
  const [latest] = versions;
  return {
    inForce,
    waiting: latest && newest && !newest.decision ? { ...latest, isOwn: newest.proposedById === actor.userId } : null,
    versions,
    shorts,
    mayDecide: can(actor, 'payment-terms:decide'),
  };
}

async function shortPayments(deps: Pick<Deps, 'db'>, programmeId: string): Promise<ShortPayment[]> {
  const rows = await deps.db.$queryRaw<(Omit<ShortPayment, 'short'> & { currency: string; short: bigint })[]>`
    WITH short AS (
      SELECT o.id AS "orderId", o.number, account.currency, posting."amountMinor", posting.id,
             CASE account.code WHEN 'owed-by-platform' THEN 'cost' ELSE 'loss' END AS cause
        FROM "LedgerAccount" account
        JOIN "Posting" posting ON posting."accountId" = account.id
        JOIN "Order" o ON o.id = posting."orderId" AND o."programmeId" = ${programmeId}::uuid
       WHERE account.code IN ('owed-by-platform', 'chargeback-loss', 'refund-loss'))
    SELECT "orderId", number, currency, cause, sum("amountMinor")::bigint AS short
      FROM short
     GROUP BY "orderId", number, currency, cause
    HAVING sum("amountMinor") > 0
     ORDER BY max(id) DESC LIMIT ${MAX_LINES}`;
  return rows.map(({ currency, short, ...row }) => ({ ...row, short: money(short, asCurrency(currency)) }));
}
