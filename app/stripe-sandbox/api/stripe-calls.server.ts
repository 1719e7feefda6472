import { buildBalance, type BalanceSum } from '../objects/money-objects';
import { buildLineItems } from '../objects/checkout-session';
import type { WireObject } from '../objects/rows';
import { readCustomerParams } from '../rules/params/customer-params';
import { readAnyRefundParams } from '../rules/params/refund-params';
import { readSessionParams } from '../rules/params/session-params';
import { noSuch } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';
import { loadCashBalance } from '../state/cash-balance.server';
import { createRefund } from '../state/create-refund.server';
import { expireIfOver, expireSession } from '../state/expire-session.server';
import { cancelIntent } from '../state/fund-transfer.server';
import { loadKnownObject, loadObject } from '../state/load-object.server';
import { newStripeId } from '../state/new-stripe-id.server';
import { openSession } from '../state/open-session.server';
import { returnCash } from '../state/return-cash.server';
import { lockSession } from '../state/row-locks.server';
import type { Call, Handler } from './call.server';
import { expandObject } from './expand.server';
import { listObjects } from './list-objects.server';

type Route = { method: 'get' | 'post'; path: string; handler: Handler };

/** The calls of the Stripe API that the product makes, and the reads beside them. */
export const STRIPE_CALLS: readonly Route[] = [
  post('/v1/checkout/sessions', async (change, call) => {
    const { expand: _, ...params } = call.params;
    const id = await openSession(change, readSessionParams(params, change.now()));
    return loadKnownObject(change, id);
  }),
  post('/v1/checkout/sessions/:id/expire', async (change, call) => {
    await expireSession(change, call.id, call.mark);
    return loadKnownObject(change, call.id);
  }),
  get('/v1/checkout/sessions', (change, call) =>
    listObjects(change, call, {
      url: '/v1/checkout/sessions',
      filters: { status: 'status', customer: 'customerId', payment_intent: 'paymentIntentId' },
      find: (query) => change.tx.sandboxCheckoutSession.findMany(query),
    }),
  ),
  get('/v1/checkout/sessions/:id', async (change, call) => {
    const session = await lockSession(change.tx, call.id);
    if (session === null) throw noSuch('checkout.session', call.id, 'session');
    await expireIfOver(change, session);
    const object = await loadKnownObject(change, call.id);
    return { ...object, line_items: { object: 'list', data: buildLineItems(session), has_more: false } };
  }),
  read('/v1/payment_intents/:id', 'payment_intent', 'pi_'),
  post('/v1/payment_intents/:id/cancel', async (change, call) => {
    await cancelIntent(change, call.id, call.mark);
    return loadKnownObject(change, call.id);
  }),
  read('/v1/charges/:id', 'charge', 'ch_'),
  get('/v1/charges', (change, call) =>
    listObjects(change, call, {
      url: '/v1/charges',
      filters: { payment_intent: 'paymentIntentId', customer: 'customerId' },
      find: (query) => change.tx.sandboxCharge.findMany(query),
    }),
  ),
  post('/v1/refunds', async (change, call) => {
    const params = readAnyRefundParams(call.params);
    const id =
      'customerId' in params
        ? await returnCash(change, params, call.mark)
        : await createRefund(change, params, call.mark);
    return loadKnownObject(change, id);
  }),
  read('/v1/refunds/:id', 'refund', 're_'),
  get('/v1/refunds', (change, call) =>
    listObjects(change, call, {
      url: '/v1/refunds',
      filters: { charge: 'chargeId', payment_intent: 'paymentIntentId' },
      find: (query) => change.tx.sandboxRefund.findMany(query),
    }),
  ),
  read('/v1/disputes/:id', 'dispute', 'du_'),
  get('/v1/disputes', (change, call) =>
    listObjects(change, call, {
      url: '/v1/disputes',
      filters: { charge: 'chargeId', payment_intent: 'paymentIntentId' },
      find: (query) => change.tx.sandboxDispute.findMany(query),
    }),
  ),
  read('/v1/balance_transactions/:id', 'balance_transaction', 'txn_'),
  get('/v1/balance_transactions', (change, call) =>
    listObjects(change, call, {
      url: '/v1/balance_transactions',
      filters: { type: 'type', source: 'sourceId', currency: 'currency' },
      find: (query) => change.tx.sandboxBalanceTransaction.findMany(query),
    }),
  ),
  get('/v1/balance', readBalance),
  read('/v1/events/:id', 'event', 'evt_'),
  get('/v1/events', (change, call) =>
    listObjects(change, call, {
      url: '/v1/events',
      filters: { type: 'type' },
      find: (query) => change.tx.sandboxEvent.findMany(query),
    }),
  ),
  post('/v1/customers', async (change, call) => {
    const { id } = await change.tx.sandboxCustomer.create({
      data: { id: newStripeId('cus'), ...readCustomerParams(call.params), createdAt: change.now() },
    });
    return loadKnownObject(change, id);
  }),
  read('/v1/customers/:id', 'customer', 'cus_'),
  get('/v1/customers/:id/cash_balance', (change, call) => loadCashBalance(change, call.id)),
  get('/v1/customers/:id/cash_balance_transactions', (change, call) =>
    listObjects(change, call, {
      url: `/v1/customers/${call.id}/cash_balance_transactions`,
      filters: {},
      find: ({ where, ...query }) =>
        change.tx.sandboxCashTransaction.findMany({ ...query, where: { ...where, customerId: call.id } }),
    }),
  ),
];

function get(path: string, handler: Handler): Route {
  return { method: 'get', path, handler: withExpansion(handler) };
}

function post(path: string, handler: Handler): Route {
  return { method: 'post', path, handler: withExpansion(handler) };
}

function read(path: string, kind: string, prefix: string): Route {
  return get(path, async (change, call) => {
    const object = call.id.startsWith(prefix) ? await loadObject(change, call.id) : null;
    if (object === null) throw noSuch(kind, call.id);
    return object;
  });
}

function withExpansion(handler: Handler): Handler {
  return async (change, call) => expandObject(change, withoutUnasked(await handler(change, call), call), call.params);
}

/** Line items belong to a session's answer only when asked for. */
function withoutUnasked(object: WireObject, call: Call): WireObject {
  const asked = call.params['expand'];
  const wanted =
    Array.isArray(asked) && asked.some((path) => typeof path === 'string' && path.startsWith('line_items'));
  if (wanted || object.object !== 'checkout.session') return object;
  const { line_items: _, ...rest } = object;
  return rest as WireObject;
}

async function readBalance({ tx, now }: Change): Promise<WireObject> {
  const sums = await tx.$queryRaw<BalanceSum[]>`
    SELECT currency,
      coalesce(sum("amountMinor" - "feeMinor") FILTER (WHERE "availableAt" <= ${now()}), 0)::bigint AS "availableMinor",
      coalesce(sum("amountMinor" - "feeMinor") FILTER (WHERE "availableAt" > ${now()}), 0)::bigint AS "pendingMinor"
    FROM "SandboxBalanceTransaction" GROUP BY currency ORDER BY currency`;
  return buildBalance(sums);
}
