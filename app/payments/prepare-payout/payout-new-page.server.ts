import type { Actor } from '#app/identity/actor';
import { settledWaterfall } from '#app/ledger/waterfall/settled-waterfall.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { earlierPayouts, type EarlierPayout } from '../show-payout/earlier-payouts.server';
import { destinationInForce, owedForOrder } from '../payouts/payout-conditions.server';
import { payableDestination } from './prepare-payout.server';
import { payoutDestination, type PayoutDestination } from '../show-payout/payout-page.server';

export type PayoutDraft = {
  orderId: string;
  cooperativeId: string;
  cooperativeName: string;
  amountMinor: bigint;
  currency: string;
  destination: PayoutDestination | null;
  earlier: EarlierPayout[];
  /**
   * Why this reader cannot prepare it now, whatever the form says: a message key. Null where nothing stands
   * in the way.
   */
  closed: string | null;
};

/**
 * What the form for a new payout shows: the sum that the ledger owes for the order, and where it would go.
 * Throws NotFound.
 */
export async function payoutDraft(
  deps: Pick<Deps, 'db'>,
  { actor, orderId }: { actor: Actor; orderId: string },
): Promise<PayoutDraft> {
  const settled = await settledWaterfall(deps, { orderId });
  const cooperative =
    settled &&
    (await deps.db.organisation.findFirst({ where: { id: settled.cooperativeId, programmeId: actor.organisationId } }));
  if (!settled || !cooperative) throw new NotFound('nothing owed for this order in this programme');
  const destination = await destinationInForce(deps.db, cooperative.id);
  const { frozenFor } = await deps.db.order.findUniqueOrThrow({ where: { id: orderId }, select: { frozenFor: true } });
  // The same question that the preparing asks again under its locks.
  const payable = destination?.verifiedAt
    ? await payableDestination(deps.db, { actor, cooperativeId: cooperative.id })
    : null;
  return {
    orderId,
    cooperativeId: cooperative.id,
    cooperativeName: cooperative.name,
    amountMinor: await owedForOrder(deps.db, orderId),
    currency: settled.currency,
    destination: destination && payoutDestination(destination, { full: true }),
    earlier: await earlierPayouts(deps, { actor, orderId }),
    closed: frozenFor ? 'payments:refusal.orderFrozen' : payable && !payable.ok ? payable.messageKey : null,
  };
}
