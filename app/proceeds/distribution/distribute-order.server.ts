import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { withoutZeros, type PostingInput } from '#app/ledger/entry';
import { postEntry } from '#app/ledger/post-entry.server';
import { asCurrency } from '#app/money/currency';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import {
  readDistribution,
  type DistributionFacts,
  type DistributionInput,
  type DistributionInputRefusal,
} from './distribution-input';
import { unsharedProceeds } from './proceeds.server';
import { planSheet, type Sheet, type SheetRefusal } from './sheet';

export type DistributeRefusal =
  DistributionInputRefusal | SheetRefusal | 'not-received' | 'already-shared' | 'key-reused';
type Distributed = Result<{ distributionId: string }, DistributeRefusal>;

/**
 * Shares what an order brought among the members of the roll and posts it to the cooperative's own book.
 * Possible once the payout is confirmed, and once only: the order's row is locked, so the second of two at
 * the same time is told that it is done.
 */
export async function distributeOrder(
  deps: Deps,
  {
    actor,
    orderId,
    distribution,
    requestId,
  }: { actor: Actor; orderId: string; distribution: DistributionInput; requestId: string },
): Promise<Distributed> {
  if (!can(actor, 'distribution:write')) throw new Forbidden();
  const write = {
    key: requestId,
    actorId: actor.userId,
    action: 'distribution:write',
    input: { orderId, ...distribution },
    now: deps.clock.now(),
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, write, () => share(tx, deps, { actor, orderId, distribution })),
  );
}

async function share(
  tx: Tx,
  deps: Deps,
  { actor, orderId, distribution }: { actor: Actor; orderId: string; distribution: DistributionInput },
): Promise<Distributed> {
  const cooperativeId = actor.organisationId;
  const [order] = await tx.$queryRaw<{ currency: string; state: string }[]>`
    SELECT currency, state::text FROM "Order" WHERE id = ${orderId}::uuid AND "cooperativeId" = ${cooperativeId}::uuid FOR NO KEY UPDATE`;
  if (!order) throw new NotFound('order of another cooperative');
  const facts = readDistribution(distribution, order.currency);
  if (!facts.ok) return facts;
  if (await tx.distribution.findUnique({ where: { orderId }, select: { id: true } })) {
    return refuse('already-shared', 'programme:refusal.alreadyShared');
  }
  const netMinor = await unsharedProceeds(tx, { orderId, cooperativeId });
  if (order.state !== 'settled' || netMinor <= 0n) return refuse('not-received', 'programme:refusal.notReceived');
  const members = await sharingMembers(tx, cooperativeId);
  const sheet = planSheet({ netMinor, members, ...facts.value });
  if (!sheet.ok) return sheet;

  const distributionId = deps.newId();
  await record(tx, deps, {
    actor,
    orderId,
    distributionId,
    currency: order.currency,
    netMinor,
    facts: facts.value,
    sheet: sheet.value,
  });
  // Women's share counts orders from when they are shared.
  await deps.jobs.enqueue(tx, 'publish-figures', {}, { key: 'publish-figures' });
  return ok({ distributionId });
}

/** The active roll in the order that settles equal remainders. */
async function sharingMembers(tx: Tx, cooperativeId: string) {
  const rows = await tx.cooperativeMember.findMany({
    where: { cooperativeId, active: true },
    orderBy: { code: 'asc' },
    select: { id: true, hours: true, contribution: true },
  });
  return rows.map(({ id, hours, contribution }) => ({
    id,
    hours: hours.toFixed(),
    contribution: contribution.toFixed(),
  }));
}

type Sharing = {
  actor: Actor;
  orderId: string;
  distributionId: string;
  currency: string;
  netMinor: bigint;
  facts: DistributionFacts;
  sheet: Sheet;
};

async function record(tx: Tx, deps: Deps, sharing: Sharing): Promise<void> {
  const { actor, orderId, distributionId, currency, netMinor, facts, sheet } = sharing;
  const now = deps.clock.now();
  const cooperativeId = actor.organisationId;
  const { rule, costsMinor, communityMinor } = facts;
  await tx.distribution.create({
    data: {
      id: distributionId,
      orderId,
      cooperativeId,
      rule,
      currency,
      netMinor,
      costsMinor,
      communityMinor,
      membersMinor: sheet.membersMinor,
      state: 'shared',
      createdById: actor.userId,
      createdAt: now,
      sharedAt: now,
    },
  });
  await tx.distributionShare.createMany({
    data: sheet.shares.map((line) => ({ id: deps.newId(), distributionId, ...line })),
  });

  const postings: PostingInput[] = [
    { account: { code: 'cooperative-proceeds', ownerId: cooperativeId }, amountMinor: netMinor },
    { account: { code: 'production-cost', ownerId: cooperativeId }, amountMinor: -costsMinor, part: 'cost' },
    { account: { code: 'community-fund', ownerId: cooperativeId }, amountMinor: -communityMinor, part: 'community' },
    ...sheet.shares.map(({ memberId, amountMinor }): PostingInput => ({
      account: { code: 'payable-to-member', ownerId: memberId },
      amountMinor: -amountMinor,
      part: 'member',
    })),
  ];
  const posted = await postEntry(tx, deps, {
    key: `order:${orderId}:shared`,
    kind: 'proceeds-shared',
    orderId,
    currency: asCurrency(currency),
    occurredAt: now,
    postings: withoutZeros(postings),
    memo: { distributionId },
  });
  if (!posted.ok) throw new Error(`The sheet of order ${orderId} did not post: ${posted.code}`);
  await recordAudit(tx, deps, {
    actor,
    action: 'distribution:share',
    subjectKind: 'order',
    subjectId: orderId,
    detail: { rule, members: sheet.shares.length },
  });
}
