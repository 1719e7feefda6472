import { buildCashBalance } from '../objects/cash-objects';
import type { WireObject } from '../objects/rows';
import type { Change } from '../sandbox-context.server';
import { newStripeId } from './new-stripe-id.server';
import { recordEvent } from './record-event.server';

export type CashMovement = {
  type: 'funded' | 'applied_to_payment' | 'unapplied_from_payment' | 'return_initiated';
  /** Signed. */
  netMinor: bigint;
  reference?: string;
  paymentIntentId?: string;
  refundId?: string;
};
type Owner = { customerId: string; currency: string };

/** Movements of one customer follow one another. Sessions are locked before. */
export async function lockCustomer({ tx }: Change, customerId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM "SandboxCustomer" WHERE id = ${customerId} FOR NO KEY UPDATE`;
}

export async function cashOf({ tx }: Pick<Change, 'tx'>, { customerId, currency }: Owner): Promise<bigint> {
  const last = await tx.sandboxCashTransaction.findFirst({
    where: { customerId, currency },
    orderBy: { sequence: 'desc' },
    select: { endingMinor: true },
  });
  return last?.endingMinor ?? 0n;
}

/** The caller holds the customer's lock. */
export async function moveCash(change: Change, owner: Owner, movement: CashMovement): Promise<void> {
  const endingMinor = (await cashOf(change, owner)) + movement.netMinor;
  await change.tx.sandboxCashTransaction.create({
    data: { id: newStripeId('ccsbtxn'), ...owner, ...movement, endingMinor, createdAt: change.now() },
  });
}

/** Tells that money of a customer lies in no payment, where some does. */
export async function tellOfFreeCash(change: Change, owner: Owner): Promise<void> {
  if ((await cashOf(change, owner)) <= 0n) return;
  const object = await loadCashBalance(change, owner.customerId);
  await recordEvent(change, { type: 'cash_balance.funds_available', object, request: null });
}

export async function loadCashBalance({ tx }: Pick<Change, 'tx'>, customerId: string): Promise<WireObject> {
  const sums = await tx.$queryRaw<{ currency: string; minor: bigint }[]>`
    SELECT currency, sum("netMinor")::bigint AS minor FROM "SandboxCashTransaction"
     WHERE "customerId" = ${customerId} GROUP BY currency ORDER BY currency`;
  return buildCashBalance(customerId, sums);
}
