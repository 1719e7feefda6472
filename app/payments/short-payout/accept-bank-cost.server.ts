import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { postEntry } from '#app/ledger/post-entry.server';
import type { AuditAction } from '#app/platform/audit/audit-action';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import type { FileRefusal } from '#app/verification/documents/inspect-file.server';
import { maxBankCost, missingPart } from '../payouts/bank-cost';
import { lockPayout, refuseFrozen } from '../payouts/lock-payout.server';
import { arrivedEntry, bankCostEntry, proceedsEntry } from '../payouts/payout-entries';
import { movePayout } from '../payouts/move-payout.server';
import { nextPayoutState, type PayoutState } from '../payouts/payout-lifecycle';
import { keepProof, readProof, type PayoutProof } from '../payouts/payout-proof.server';

export type ProposeRefusal =
  | 'payout-state'
  | 'order-frozen'
  | 'no-part'
  | 'cost-too-large'
  | 'payee'
  | 'proof'
  | 'key-reused'
  | PersonConflict
  | FileRefusal;
export type AcceptRefusal = 'payout-state' | 'order-frozen' | 'no-part' | 'cost-too-large' | PersonConflict;

type Proposal = { actor: Actor; payoutId: string; payee: string; proof: PayoutProof | null; requestId: string };

/**
 * One of the staff found out which bank kept what is missing, and has its paper. Nothing is posted: another
 * person accepts it.
 */
export async function proposeBankCost(
  deps: Deps,
  { actor, payoutId, proof, requestId, ...input }: Proposal,
): Promise<Result<{ payoutId: string }, ProposeRefusal>> {
  if (!can(actor, 'payout:decide-cost')) throw new Forbidden();
  const payee = input.payee.trim();
  if (payee.length < 2 || payee.length > 120) return refuse('payee', 'payments:refusal.costPayee', { path: 'payee' });
  const noProof = refuse('proof' as const, 'payments:refusal.costProof', { path: 'proof' });
  if (!proof) return noProof;
  const read = await readProof(deps, { actor, proof, write: { key: requestId, action: 'propose-bank-cost' } });
  if (!read.ok) return read;
  const now = deps.clock.now();
  const sent = { payoutId, payee, proof: read.value.digest };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'propose-bank-cost', input: sent, now },
      async () => {
        const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
        if (!nextPayoutState(payout.state, 'propose-cost', 'programme'))
          return refuse('payout-state', 'payments:refusal.payoutState');
        const frozen = await refuseFrozen(tx, payout.orderId);
        if (frozen) return frozen;
        const conflict = await requireDistinctPersons(tx, { actor, sides: [payout.cooperativeId] });
        if (conflict) return conflict;
        const cost = acceptableCost(payout);
        if (!cost.ok) return cost;
        const stored = await keepProof(tx, deps, { actor, proof: read.value });
        if (!stored) return noProof;
        await movePayout(tx, deps, payout, {
          ...{ action: 'propose-cost', by: 'programme' },
          data: { costPayee: payee, costDocumentId: stored.documentId, costProposedById: actor.userId },
        });
        await audit(tx, deps, actor, { action: 'payout:propose-cost', payoutId, costMinor: cost.value });
        return ok({ payoutId });
      },
    ),
  );
}

/**
 * A second person accepts the cost: the whole sum left the programme, what the bank kept is named in the
 * cooperative's book. Part of the caller's transaction, which settles the order.
 */
export async function acceptBankCost(
  tx: Tx,
  deps: Deps,
  { actor, payoutId }: { actor: Actor; payoutId: string },
): Promise<Result<{ payoutId: string; orderId: string; state: PayoutState }, AcceptRefusal>> {
  const payout = await lockPayout(tx, payoutId, { programmeId: actor.organisationId });
  if (!nextPayoutState(payout.state, 'accept-cost', 'programme') || payout.costPayee === null)
    return refuse('payout-state', 'payments:refusal.payoutState');
  const frozen = await refuseFrozen(tx, payout.orderId);
  if (frozen) return frozen;
  const { cooperativeId, costProposedById } = payout;
  const conflict = await requireDistinctPersons(tx, { actor, others: [costProposedById], sides: [cooperativeId] });
  if (conflict) return conflict;
  const cost = acceptableCost(payout);
  if (!cost.ok) return cost;
  const now = deps.clock.now();
  const { state } = await movePayout(tx, deps, payout, {
    ...{ action: 'accept-cost', by: 'programme', data: { costApprovedById: actor.userId } },
  });
  const { method } = await tx.payoutDestination.findUniqueOrThrow({
    where: { id: payout.destinationId },
    select: { method: true },
  });
  const entries = [
    arrivedEntry(payout, method, now),
    proceedsEntry(payout, now),
    bankCostEntry(payout, { payee: payout.costPayee, costMinor: cost.value, occurredAt: now }),
  ];
  for (const entry of entries) {
    const posted = await postEntry(tx, deps, entry);
    if (!posted.ok) throw new Error(`The ledger refused payout ${payoutId}: ${posted.code}`);
  }
  await audit(tx, deps, actor, { action: 'payout:accept-cost', payoutId, costMinor: cost.value });
  return ok({ payoutId, orderId: payout.orderId, state });
}

function acceptableCost(payout: {
  amountMinor: bigint;
  receivedMinor: bigint | null;
}): Result<bigint, 'no-part' | 'cost-too-large'> {
  const missing = missingPart(payout);
  if (missing === null) return refuse('no-part', 'payments:refusal.noPart');
  if (missing > maxBankCost(payout.amountMinor)) return refuse('cost-too-large', 'payments:refusal.costTooLarge');
  return ok(missing);
}

function audit(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { action, payoutId, costMinor }: { action: AuditAction; payoutId: string; costMinor: bigint },
): Promise<void> {
  const detail = { cost: costMinor.toString() };
  return recordAudit(tx, deps, { actor, action, subjectKind: 'payout', subjectId: payoutId, detail });
}
