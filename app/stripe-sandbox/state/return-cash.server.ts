import type { RequestMark } from '../objects/event';
import type { CashRefundParams } from '../rules/params/refund-params';
import { invalidRequest, noSuch } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { cashOf, lockCustomer, moveCash } from './cash-balance.server';
import { loadKnownObject } from './load-object.server';
import { newStripeId } from './new-stripe-id.server';
import { recordEvent } from './record-event.server';

/**
 * Sends a customer's own money back that lies in no payment. It never was on the account's balance. Gives the
 * refund's id.
 */
export async function returnCash(change: Change, params: CashRefundParams, request: RequestMark): Promise<string> {
  const { customerId, currency, amountMinor, metadata } = params;
  await lockCustomer(change, customerId);
  if ((await change.tx.sandboxCustomer.count({ where: { id: customerId } })) === 0) {
    throw noSuch('customer', customerId, 'customer');
  }
  if (amountMinor > (await cashOf(change, { customerId, currency }))) {
    throw invalidRequest("The customer's cash balance is less than the amount.", { param: 'amount', kept: true });
  }
  const id = newStripeId('re');
  await change.tx.sandboxRefund.create({
    data: { id, customerId, amountMinor, currency, status: 'succeeded', metadata, createdAt: change.now() },
  });
  await moveCash(change, { customerId, currency }, { type: 'return_initiated', netMinor: -amountMinor, refundId: id });
  await recordEvent(change, { type: 'refund.created', object: await loadKnownObject(change, id), request });
  return id;
}
