import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxHarness } from './sandbox-harness';

let world: Awaited<ReturnType<typeof sandboxHarness>>;
beforeAll(async () => {
  world = await sandboxHarness();
});
beforeEach(async () => {
  world.receiver.status = 200;
  await world.deliver();
  // A change also delivers by itself, without the caller waiting: the last test's events must have left.
  await expect.poll(() => world.deps.db.sandboxDelivery.count({ where: { deliveredAt: null } })).toBe(0);
  world.received.length = 0;
  world.rawBodies.length = 0;
});

const types = () => world.received.map(({ type }) => type);

/**
 * A paid session whose events wait: [payment_intent.created, charge.succeeded, payment_intent.succeeded,
 * checkout.session.completed].
 */
async function paidAndHeld() {
  await world.control('hold');
  const session = await world.openSession();
  await world.pay(session.id);
  const events = await world.stripe.events.list({ limit: 4 });
  return { session, events: events.data.reverse() };
}

describe('webhooks', () => {
  it('tell of a payment in signed events that can be fetched again', async () => {
    const session = await world.openSession();
    await world.pay(session.id);
    await expect
      .poll(types)
      .toEqual([
        'payment_intent.created',
        'charge.succeeded',
        'payment_intent.succeeded',
        'checkout.session.completed',
      ]);
    const completed = world.received[3];
    expect(completed).toMatchObject({
      object: 'event',
      data: { object: { id: session.id, status: 'complete', payment_status: 'paid', metadata: { order: 'FL-1' } } },
    });
    expect(await world.stripe.events.retrieve(completed?.id ?? '')).toEqual(completed);
  });

  it('tell of a decline, and leave the session open for another card', async () => {
    const session = await world.openSession();
    expect(await world.pay(session.id, '4000000000009995')).toEqual({
      kind: 'declined',
      declineCode: 'insufficient_funds',
    });
    await expect.poll(types).toEqual(['payment_intent.created', 'payment_intent.payment_failed', 'charge.failed']);
    expect(world.received[1]?.data.object).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
    });
    expect(await world.pay(session.id)).toEqual({ kind: 'paid' });
    const intents = await world.deps.db.sandboxPaymentIntent.findMany({ where: { sessionId: session.id } });
    expect(intents).toMatchObject([{ status: 'succeeded', lastError: null }]);
  });

  it('come again after a refusal, with more and more time between, until they are taken', async () => {
    world.receiver.status = 500;
    const session = await world.openSession();
    await world.control('hold');
    await world.stripe.checkout.sessions.expire(session.id);
    expect(await world.control('release')).toEqual({ sent: 0 });
    const [waiting] = await world.deps.db.sandboxDelivery.findMany({ where: { deliveredAt: null } });
    expect(waiting).toMatchObject({ attempts: 1, lastStatus: 500 });

    world.receiver.status = 200;
    expect(await world.deliver()).toBe(0);
    world.deps.clock.set('2026-06-02T08:00:03Z');
    expect(await world.deliver()).toBe(1);
    expect(types()).toEqual(['checkout.session.expired']);
  });

  it('can be held back and let go in another order', async () => {
    const { events } = await paidAndHeld();
    expect(await world.deliver()).toBe(0);
    await world.control('reorder', { events: events.map(({ id }) => id).reverse() });
    expect(await world.control('release')).toEqual({ sent: 4 });
    expect(types()).toEqual([
      'checkout.session.completed',
      'payment_intent.succeeded',
      'charge.succeeded',
      'payment_intent.created',
    ]);
  });

  it('can be repeated byte for byte', async () => {
    const { events } = await paidAndHeld();
    await world.control('release');
    expect(await world.control('repeat', { event: events[3]?.id, times: 3 })).toEqual({ sent: 3 });
    const bodies = world.rawBodies.filter((body) => body.includes(events[3]?.id ?? '-'));
    expect(bodies).toHaveLength(4);
    expect(new Set(bodies).size).toBe(1);
  });

  it('can be delayed', async () => {
    await world.control('delay', { seconds: 60 });
    const session = await world.openSession();
    await world.pay(session.id);
    expect(await world.deliver()).toBe(0);
    world.deps.clock.set('2026-06-02T08:02:00Z');
    await world.control('delay', { seconds: 0 });
    expect(await world.deliver()).toBe(4);
  });

  it('are sent once by two processes that drain at once', async () => {
    await paidAndHeld();
    await world.deps.db.sandboxDelivery.updateMany({ where: { held: true }, data: { held: false } });
    await Promise.all([world.deliver(), world.deliver(), world.deliver()]);
    expect(new Set(world.received.map(({ id }) => id)).size).toBe(4);
    expect(world.received).toHaveLength(4);
    await world.control('release');
  });
});

describe('a process that dies', () => {
  it('leaves its claimed delivery to another, after a minute', async () => {
    await paidAndHeld();
    await world.deps.db.sandboxDelivery.updateMany({ where: { held: true }, data: { held: false } });
    const posted = new Promise<void>((resolve) => {
      void world.deliverWith(() => {
        resolve();
        return new Promise<Response>(() => undefined);
      });
    });
    await posted;
    expect(await world.deliver()).toBe(3);
    const before = world.deps.clock.now();
    world.deps.clock.set(new Date(before.getTime() + 61_000).toISOString());
    expect(await world.deliver()).toBe(1);
    expect(new Set(world.received.map(({ id }) => id)).size).toBe(4);
    await world.control('release');
  });
});

describe('time', () => {
  it('expires an unpaid session and cancels its payment', async () => {
    const session = await world.openSession();
    await world.pay(session.id, '4000000000000002');
    world.deps.clock.set('2026-06-03T08:30:00Z');
    await world.deliver();
    await expect.poll(types).toContain('checkout.session.expired');
    expect(types()).toContain('payment_intent.canceled');
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'expired',
      payment_status: 'unpaid',
    });
    expect(await world.pay(session.id)).toEqual({ kind: 'over' });
  });

  it('lets a bank transfer arrive by itself when it was told to', async () => {
    await world.control('transfers', { arriveAfterSeconds: 30 });
    const customer = await world.stripe.customers.create({ email: 'buyer@example.com', name: 'Buyer' });
    const session = await world.openSession({ customer: customer.id, payment_method_types: ['customer_balance'] });
    expect(await world.control('transfer', { session: session.id })).toEqual({ kind: 'waits-for-money' });
    const waiting = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] });
    expect(waiting).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_action', next_action: { type: 'display_bank_transfer_instructions' } },
    });
    world.deps.clock.set('2026-06-03T08:31:00Z');
    await world.deliver();
    await expect.poll(types).toContain('checkout.session.async_payment_succeeded');
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' });
    await world.control('transfers', { arriveAfterSeconds: null });
  });

  it('ends a bank transfer once, arrived or not', async () => {
    const arriving = await world.openSession();
    const failing = await world.openSession();
    await world.control('transfer', { session: arriving.id });
    await world.control('transfer', { session: failing.id });
    const ends = await Promise.all(
      Array.from({ length: 5 }, () => world.control('money-arrives', { session: arriving.id })),
    );
    expect(ends.filter(({ changed }) => changed === true)).toHaveLength(1);
    expect(await world.control('money-fails', { session: failing.id })).toEqual({ changed: true });
    expect(await world.control('money-arrives', { session: failing.id })).toEqual({ changed: false });
    await world.deliver();
    await expect.poll(types).toContain('checkout.session.async_payment_failed');
  });
});
