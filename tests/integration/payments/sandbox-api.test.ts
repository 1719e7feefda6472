import Stripe from 'stripe';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxHarness } from './sandbox-harness';

let world: Awaited<ReturnType<typeof sandboxHarness>>;
beforeAll(async () => {
  world = await sandboxHarness();
});

async function refusal(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe('checkout sessions through the official SDK', () => {
  it('opens a session in the shape that the product reads', async () => {
    const session = await world.openSession();
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 118_023,
      currency: 'usd',
      payment_intent: null,
      metadata: { order: 'FL-1' },
      url: `${world.publicUrl}/sandbox/pay/${session.id}`,
      livemode: false,
    });
    expect(session.id).toMatch(/^cs_test_[0-9A-Za-z]{58}$/);
    expect(session.lastResponse.requestId).toMatch(/^req_/);
    expect(session.expires_at - session.created).toBe(24 * 60 * 60);
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ id: session.id, status: 'open' });
  });

  it('gives payment, charge and balance transaction when asked to expand them', async () => {
    const session = await world.openSession();
    expect(await world.pay(session.id)).toEqual({ kind: 'paid' });
    const paid = await world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      url: null,
      line_items: { data: [{ description: 'Gold doré bar', amount_total: 118_023, quantity: 1 }] },
      payment_intent: {
        status: 'succeeded',
        amount_received: 118_023,
        metadata: { order: 'FL-1' },
        transfer_group: 'FL-1',
        latest_charge: {
          paid: true,
          captured: true,
          payment_method_details: { type: 'card', card: { brand: 'visa', last4: '4242' } },
          balance_transaction: {
            type: 'charge',
            amount: 118_023,
            fee: 3_453,
            net: 114_570,
            currency: 'usd',
            status: 'pending',
          },
        },
      },
    });
  });

  it('keeps amounts without decimals as they are, and takes UGX only in whole shillings as hundredths', async () => {
    const rwf = await world.openSession({}, 5_000, 'rwf');
    expect(rwf).toMatchObject({ amount_total: 5_000, currency: 'rwf' });
    expect(await world.openSession({}, 500_000, 'ugx')).toMatchObject({ amount_total: 500_000 });
    expect(await refusal(world.openSession({}, 500_050, 'ugx'))).toMatchObject({
      statusCode: 400,
      code: 'invalid_charge_amount',
    });
  });

  it.each<[string, Partial<Stripe.Checkout.SessionCreateParams>, object]>([
    ['no items', { line_items: [] }, { param: 'line_items' }],
    ['a locale that Stripe has not', { locale: 'sw' as never }, { param: 'locale' }],
    ['a parameter that it does not know', { colour: 'red' } as object, { code: 'parameter_unknown', param: 'colour' }],
    ['an address that is none', { success_url: 'javascript:alert(1)' }, { param: 'success_url' }],
    ['an unknown customer', { customer: 'cus_unknown' }, { code: 'resource_missing' }],
    ['a bank transfer without a customer', { payment_method_types: ['customer_balance'] }, { param: 'customer' }],
    ['too short a life', { expires_at: Math.floor(Date.UTC(2026, 5, 2, 8, 10) / 1_000) }, { param: 'expires_at' }],
    ['too long a life', { expires_at: Math.floor(Date.UTC(2026, 5, 4) / 1_000) }, { param: 'expires_at' }],
  ])('refuses %s', async (_what, change, expected) => {
    const error = await refusal(world.openSession(change));
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    expect(error).toMatchObject(expected);
  });

  it.each([
    [-5, 'usd'],
    [0, 'usd'],
    [100_000_000, 'usd'],
    [100, 'zzz'],
  ])('refuses the amount %s %s', async (amount, currency) => {
    expect(await refusal(world.openSession({}, amount, currency))).toMatchObject({ statusCode: 400 });
  });

  it.each([
    [49, 'usd', 'amount_too_small'],
    [29, 'gbp', 'amount_too_small'],
    [170_000, 'ugx', 'amount_too_small'],
    [100_000_000, 'tzs', 'amount_too_large'],
  ])('says of %s %s that it is %s', async (amount, currency, code) => {
    expect(await refusal(world.openSession({}, amount, currency))).toMatchObject({ statusCode: 400, code });
    // Rupiah have twelve digits.
    expect(await world.openSession({}, 200_000_000, 'idr')).toMatchObject({ amount_total: 200_000_000 });
  });

  it('expires a session once, and refuses to pay it then', async () => {
    const session = await world.openSession();
    expect(await world.stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired', url: null });
    expect(await refusal(world.stripe.checkout.sessions.expire(session.id))).toMatchObject({ statusCode: 400 });
    expect(await world.pay(session.id)).toEqual({ kind: 'over' });
  });

  it('answers 404 and 401 as Stripe does', async () => {
    expect(await refusal(world.stripe.checkout.sessions.retrieve('cs_test_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const stranger = new Stripe('sk_test_wrong', { host: '127.0.0.1', port: world.port, protocol: 'http' });
    const error = await refusal(stranger.balance.retrieve());
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error.requestId).toMatch(/^req_/);
  });
});

describe('idempotency keys', () => {
  const params = (success: string): Stripe.Checkout.SessionCreateParams => ({
    mode: 'payment',
    success_url: success,
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 1_000, product_data: { name: 'Bricks' } } },
    ],
  });

  it('give the same answer again, and say so', async () => {
    const first = await world.stripe.checkout.sessions.create(params('http://localhost/a'), { idempotencyKey: 'same' });
    const second = await world.stripe.checkout.sessions.create(params('http://localhost/a'), {
      idempotencyKey: 'same',
    });
    expect(second.id).toBe(first.id);
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
  });

  it('refuse other parameters', async () => {
    const key = { idempotencyKey: 'other' };
    await world.stripe.checkout.sessions.create(params('http://localhost/a'), key);
    const error = await refusal(world.stripe.checkout.sessions.create(params('http://localhost/b'), key));
    expect(error).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(error.statusCode).toBe(400);
  });

  it('make one session of twenty calls at once: one answer, replays or 409', async () => {
    const calls = Array.from({ length: 20 }, () =>
      world.stripe.checkout.sessions.create(params('http://localhost/c'), { idempotencyKey: 'rush' }).then(
        (session) => session.id,
        (error: Stripe.errors.StripeError) => error.statusCode,
      ),
    );
    const answers = new Set(await Promise.all(calls));
    answers.delete(409);
    expect(answers.size).toBe(1);
    expect(await world.deps.db.sandboxCheckoutSession.count({ where: { successUrl: 'http://localhost/c' } })).toBe(1);
  });

  it('keep an effect whose answer was lost', async () => {
    await world.control('fault', { times: 1, status: 0, moment: 'after' });
    const retrying = new Stripe('sk_test_integration_test', {
      host: '127.0.0.1',
      port: world.port,
      protocol: 'http',
      maxNetworkRetries: 2,
    });
    const session = await retrying.checkout.sessions.create(params('http://localhost/lost'), {
      idempotencyKey: 'lost',
    });
    expect(session.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await world.deps.db.sandboxCheckoutSession.count({ where: { successUrl: 'http://localhost/lost' } })).toBe(
      1,
    );
  });

  it('stand still before a fault that comes before the work', async () => {
    await world.control('fault', { times: 1, status: 503, moment: 'before' });
    const error = await refusal(world.stripe.checkout.sessions.create(params('http://localhost/d')));
    expect(error.statusCode).toBe(503);
    expect(await world.deps.db.sandboxCheckoutSession.count({ where: { successUrl: 'http://localhost/d' } })).toBe(0);
  });
});

describe('refunds, disputes and the balance', () => {
  async function paidIntent(number?: string): Promise<string> {
    const session = await world.openSession();
    await world.pay(session.id, number);
    const { payment_intent: intent } = await world.stripe.checkout.sessions.retrieve(session.id);
    return String(intent);
  }

  it('refunds in parts, never more than is left', async () => {
    const intent = await paidIntent();
    const first = await world.stripe.refunds.create({
      payment_intent: intent,
      amount: 100_000,
      reason: 'requested_by_customer',
    });
    expect(first).toMatchObject({ object: 'refund', amount: 100_000, status: 'succeeded', payment_intent: intent });
    expect(await refusal(world.stripe.refunds.create({ payment_intent: intent, amount: 18_024 }))).toMatchObject({
      param: 'amount',
    });
    const rest = await world.stripe.refunds.create({ payment_intent: intent });
    expect(rest.amount).toBe(18_023);
    expect(await refusal(world.stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    const charge = await world.stripe.charges.retrieve(String(first.charge));
    expect(charge).toMatchObject({ refunded: true, amount_refunded: 118_023 });
    const list = await world.stripe.refunds.list({ payment_intent: intent, expand: ['data.balance_transaction'] });
    expect(list.data.map((refund) => refund.balance_transaction)).toMatchObject([
      { type: 'refund', amount: -18_023, fee: 0 },
      { type: 'refund', amount: -100_000, net: -100_000 },
    ]);
  });

  it('refunds once when ten full refunds race', async () => {
    const intent = await paidIntent();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => world.stripe.refunds.create({ payment_intent: intent })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const sum = await world.deps.db.sandboxRefund.aggregate({
      where: { paymentIntentId: intent },
      _sum: { amountMinor: true },
    });
    expect(sum._sum.amountMinor).toBe(118_023n);
  });

  it('withdraws a disputed charge with its fee, and refunds it no more', async () => {
    const intent = await paidIntent('4000000000000259');
    const [dispute] = (await world.stripe.disputes.list({ payment_intent: intent })).data;
    expect(dispute).toMatchObject({
      status: 'needs_response',
      amount: 118_023,
      balance_transactions: [{ type: 'adjustment', amount: -118_023, fee: 1_500, reporting_category: 'dispute' }],
    });
    expect(await refusal(world.stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_disputed',
    });
  });

  it('lists every balance transaction page by page, and its sum is the balance', async () => {
    const net = new Map<string, number>();
    let count = 0;
    for await (const transaction of world.stripe.balanceTransactions.list({ limit: 2 })) {
      net.set(transaction.currency, (net.get(transaction.currency) ?? 0) + transaction.net);
      count += 1;
    }
    expect(count).toBe(await world.deps.db.sandboxBalanceTransaction.count());
    const balance = await world.stripe.balance.retrieve();
    for (const [currency, sum] of net) {
      const parts = [...balance.available, ...balance.pending].filter((part) => part.currency === currency);
      expect(parts.reduce((total, part) => total + part.amount, 0)).toBe(sum);
    }
    const newest = await world.stripe.balanceTransactions.list({ limit: 1 });
    expect(await world.stripe.balanceTransactions.retrieve(newest.data[0]?.id ?? '')).toEqual(newest.data[0]);
    const older = await world.stripe.balanceTransactions.list({ limit: 3, starting_after: newest.data[0]?.id });
    const back = await world.stripe.balanceTransactions.list({ limit: 1, ending_before: older.data[0]?.id });
    expect(back.data[0]?.id).toBe(newest.data[0]?.id);
  });

  it('counts a payment as available two days later', async () => {
    await paidIntent();
    const [newest] = (await world.stripe.balanceTransactions.list({ limit: 1 })).data;
    expect(newest?.status).toBe('pending');
    world.deps.clock.set('2026-06-04T08:00:01Z');
    expect(await world.stripe.balanceTransactions.retrieve(newest?.id ?? '')).toMatchObject({ status: 'available' });
    world.deps.clock.set('2026-06-02T08:00:00Z');
  });
});
