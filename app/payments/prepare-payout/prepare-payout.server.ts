import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { can } from '#app/identity/permissions';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { isUniqueViolation } from '#app/platform/db/map-error.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { PayoutDestination } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { holdForLoss } from '../losses/payment-loss.server';
import { refuseFrozen } from '../payouts/lock-payout.server';
import { destinationInForce, owedForOrder } from '../payouts/payout-conditions.server';

export type PrepareRefusal =
  | 'nothing-owed'
  | 'order-frozen'
  | 'destination-missing'
  | 'destination-unverified'
  | 'payout-exists'
  | 'key-reused'
  | PersonConflict;
export type Prepared = { payoutId: string; number: string };

/**
 * One of the staff prepares what the ledger owes a cooperative for one order, to the account in the
 * cooperative's own name that staff have checked. Nothing is posted: another person approves. One live payout
 * per order.
 */
export async function preparePayout(
  deps: Deps,
  { actor, orderId, requestId }: { actor: Actor; orderId: string; requestId: string },
): Promise<Result<Prepared, PrepareRefusal>> {
  if (!can(actor, 'payout:prepare')) throw new Forbidden();
  try {
    return await inTransaction(deps.db, (tx) =>
      withIdempotency(
        tx,
        { key: requestId, actorId: actor.userId, action: 'prepare-payout', input: { orderId }, now: deps.clock.now() },
        () => prepareInTransaction(tx, deps, { actor, orderId }),
      ),
    );
  } catch (error) {
    // Two of the staff at once: the index of live payouts lets one through.
    if (isUniqueViolation(error)) return refuse('payout-exists', 'payments:refusal.payoutExists');
    throw error;
  }
}

/**
 * The same within a transaction that made something owed. Of a payout that arrived in part, the rest is
 * prepared.
 */
export async function prepareInTransaction(
  tx: Tx,
  deps: Deps,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<Result<Prepared, PrepareRefusal>> {
  await tx.$queryRaw`SELECT id FROM "Order" WHERE id = ${orderId}::uuid FOR NO KEY UPDATE`;
  const settled = await settledWaterfall({ db: tx }, { orderId });
  if (!settled) return refuse('nothing-owed', 'payments:refusal.nothingOwed');
  const cooperative = await tx.organisation.findUnique({
    where: { id: settled.cooperativeId },
    select: { programmeId: true },
  });
  if (cooperative?.programmeId !== actor.organisationId) throw new NotFound('order of another programme');
  const frozen = await refuseFrozen(tx, orderId);
  if (frozen) return frozen;
  // Also where nothing has frozen it yet: what the payment brought is gone, and nobody has agreed to bear
  // that.
  if (await holdForLoss(tx, deps, orderId)) return refuse('order-frozen', 'payments:refusal.orderFrozen');
  const live = await tx.payout.findMany({
    where: { orderId, state: { not: 'cancelled' } },
    orderBy: [{ preparedAt: 'desc' }, { number: 'desc' }],
    select: { id: true, state: true },
  });
  if (live.some(({ state }) => state !== 'partial')) return refuse('payout-exists', 'payments:refusal.payoutExists');
  const amountMinor = await owedForOrder(tx, orderId);
  if (amountMinor <= 0n) return refuse('nothing-owed', 'payments:refusal.nothingOwed');
  const { cooperativeId } = settled;
  const payable = await payableDestination(tx, { actor, cooperativeId });
  if (!payable.ok) return payable;
  const destination = payable.value;
  const [next] = await tx.$queryRaw<{ number: string }[]>`SELECT 'P-' || nextval('payout_number') AS number`;
  const payout = await tx.payout.create({
    data: {
      id: deps.newId(),
      number: next?.number ?? '',
      orderId,
      cooperativeId,
      programmeId: actor.organisationId,
      destinationId: destination.id,
      amountMinor,
      completesId: await lastPart(tx, orderId),
      currency: settled.currency,
      state: 'prepared',
      preparedById: actor.userId,
      preparedAt: deps.clock.now(),
    },
  });
  await recordAudit(tx, deps, {
    actor,
    action: 'payout:prepare',
    subjectKind: 'payout',
    subjectId: payout.id,
    detail: { orderId },
  });
  return ok({ payoutId: payout.id, number: payout.number });
}

/** The checked account that the actor may prepare a payout to, having no hand in the cooperative. */
export async function payableDestination(
  tx: Pick<Tx, 'order' | 'payoutDestination' | '$queryRaw'>,
  { actor, cooperativeId }: { actor: Actor; cooperativeId: string },
): Promise<Result<PayoutDestination, 'destination-missing' | 'destination-unverified' | PersonConflict>> {
  const destination = await destinationInForce(tx, cooperativeId);
  if (!destination) return refuse('destination-missing', 'payments:refusal.destinationMissing');
  if (!destination.verifiedAt) return refuse('destination-unverified', 'payments:refusal.destinationUnverified');
  const { recordedById } = destination;
  const persons = { actor, others: [recordedById], sides: [cooperativeId], payee: cooperativeId };
  return (await requireDistinctPersons(tx, persons)) ?? ok(destination);
}

/** The payout that arrived in part and that no live one completes. */
async function lastPart(tx: Tx, orderId: string): Promise<string | null> {
  const part = await tx.payout.findFirst({
    where: { orderId, state: 'partial', rests: { none: { state: { not: 'cancelled' } } } },
    select: { id: true },
  });
  return part?.id ?? null;
}
