import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { PostingInput } from '#app/ledger/entry';
import { postEntry } from '#app/ledger/post-entry.server';
import { asCurrency } from '#app/money/currency';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';

/**
 * Notes that members have their money in hand, and takes it out of the cooperative's cash. Shares noted
 * before are left as they are, so a second click, or a second person, changes nothing. Answers how many were
 * noted now.
 */
export async function confirmShareReceipt(
  deps: Deps,
  {
    actor,
    orderId,
    shareIds,
    requestId = deps.newId(),
  }: { actor: Actor; orderId: string; shareIds: readonly string[]; requestId?: string },
): Promise<Result<{ confirmed: number }, 'nobody-chosen' | 'key-reused'>> {
  if (!can(actor, 'distribution:write')) throw new Forbidden();
  if (shareIds.length === 0) return refuse('nobody-chosen', 'programme:refusal.nobodyChosen', { path: 'shares' });
  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'distribution:receipt', now: deps.clock.now() },
    input: { orderId, shareIds: [...shareIds].sort() },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency<{ confirmed: number }, never>(tx, intent, async () => {
      const distribution = await tx.distribution.findFirst({
        where: { orderId, cooperativeId: actor.organisationId },
        select: { id: true, currency: true },
      });
      if (!distribution) throw new NotFound('distribution of another cooperative');
      const shares = await lockShares(tx, distribution.id, shareIds);
      if (shares.length !== new Set(shareIds).size) throw new NotFound('share of another distribution');
      const open = shares.filter(({ confirmedAt }) => confirmedAt === null);
      const confirmedAt = deps.clock.now();
      await payMembers(tx, deps, { actor, orderId, open, currency: distribution.currency, occurredAt: confirmedAt });
      await tx.distributionShare.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { confirmedAt } });
      if (open.length > 0) {
        const detail = { shares: open.map(({ id }) => id) };
        await recordAudit(tx, deps, {
          actor,
          action: 'distribution:receipt',
          subjectKind: 'order',
          subjectId: orderId,
          detail,
        });
      }
      return ok({ confirmed: open.length });
    }),
  );
}

type Share = { id: string; memberId: string; amountMinor: bigint; confirmedAt: Date | null };

async function lockShares(tx: Tx, distributionId: string, shareIds: readonly string[]): Promise<Share[]> {
  return tx.$queryRaw<Share[]>`
    SELECT id, "memberId", "amountMinor", "confirmedAt" FROM "DistributionShare"
     WHERE "distributionId" = ${distributionId}::uuid AND id = ANY (${[...shareIds]}::uuid[])
     ORDER BY id FOR NO KEY UPDATE`;
}

/** One entry for all of them: the first share names it, since a share is open once only. */
async function payMembers(
  tx: Tx,
  deps: Deps,
  {
    actor,
    orderId,
    open,
    currency,
    occurredAt,
  }: { actor: Actor; orderId: string; open: readonly Share[]; currency: string; occurredAt: Date },
): Promise<void> {
  // A share can be nothing where there are more members than minor units. There is no money to post then.
  const paid = open.filter(({ amountMinor }) => amountMinor > 0n);
  const [first] = paid;
  if (!first) return;
  const posted = await postEntry(tx, deps, {
    key: `share:${first.id}:paid`,
    kind: 'member-paid',
    orderId,
    currency: asCurrency(currency),
    occurredAt,
    postings: [
      ...paid.map(({ memberId, amountMinor }): PostingInput => ({
        account: { code: 'payable-to-member', ownerId: memberId },
        amountMinor,
      })),
      {
        account: { code: 'cooperative-cash', ownerId: actor.organisationId },
        amountMinor: -paid.reduce((sum, share) => sum + share.amountMinor, 0n),
      },
    ],
  });
  if (!posted.ok) throw new Error(`The receipts of order ${orderId} did not post: ${posted.code}`);
}
