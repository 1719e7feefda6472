import { describe, expect, it } from 'vitest';
import { receiveStripeWebhook } from '#app/payments/webhook/receive-stripe-webhook.server';
import { payOrder } from '#app/trading/take-payment/pay-order.server';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { keepTransferDetails } from '#app/payments/checkout/keep-transfer-details.server';
import { buyerOrderPage } from '#app/trading/orders/order-page.server';
import { must } from './market';
import { stripeTown } from './stripe-town';

describe('payments through Stripe', async () => {
  const town = await stripeTown();
  const { deps } = town;
  const state = async (orderId: string) => (await town.order(orderId)).state;
  const entries = (orderId: string, kind: string) => deps.db.journalEntry.count({ where: { orderId, kind } });

  const expectBooksToHold = () => expectMoneyToHold(deps);

  it('opens one page however often "pay" is clicked', async () => {
    const orderId = await town.orderIn('placed');
    const pages = await Promise.all(
      Array.from({ length: 4 }, () => payOrder(deps, { actor: town.buyer, orderId, locale: 'sw' })),
    );
    expect(new Set(pages.map((page) => must(page).url)).size).toBe(1);
    expect(await deps.db.checkout.count({ where: { orderId } })).toBe(1);
    const session = await town.stripe.checkout.sessions.retrieve(
      (await deps.db.checkout.findFirstOrThrow({ where: { orderId } })).sessionId,
    );
    expect(session).toMatchObject({
      amount_total: 12_154_822,
      payment_method_types: ['card'],
      currency: 'usd',
      client_reference_id: orderId,
      metadata: { orderId },
    });
  });

  it('stores the signed webhook, and the job books the payment with its fee', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await town.deliver();
    expect(await state(orderId)).toBe('placed');
    await town.work();
    expect(await state(orderId)).toBe('paid');
    expect(await deps.db.checkout.findFirstOrThrow({ where: { orderId } })).toMatchObject({ state: 'paid' });
    await expectBooksToHold();
  });

  it('converges when events are repeated, out of order and worked on at once', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    const events = await town.stripe.events.list({ limit: 10 });
    for (const { id } of events.data) await town.control('repeat', { event: id, times: 3 });
    await town.deliver();
    await Promise.all([town.work((ids) => ids.reverse()), town.work()]);
    expect(await state(orderId)).toBe('paid');
    expect(await entries(orderId, 'payment-received')).toBe(1);
    expect(await deps.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
    await expectBooksToHold();
  });

  it('sends money back that comes for an expired order, once, and the order is refunded', async () => {
    const orderId = await town.orderIn('placed');
    const session = await town.checkout(orderId);
    await town.control('pay', { session });
    expect(await town.steps.expire(orderId)).toBe('expired');
    await town.deliver();
    await town.work();
    await town.deliver();
    await town.work();
    expect(await state(orderId)).toBe('refunded');
    expect(await entries(orderId, 'late-payment')).toBe(1);
    expect(await entries(orderId, 'payment-refunded')).toBe(1);
    const key = `payable-buyer-refund:${town.buyer.organisationId}:USD`;
    expect((await deps.db.ledgerAccount.findUniqueOrThrow({ where: { key } })).balanceMinor).toBe(0n);
    expect(
      (await town.stripe.refunds.list({ limit: 10 })).data.filter(({ metadata }) => metadata?.['orderId'] === orderId),
    ).toHaveLength(1);
    await expectBooksToHold();
  });

  it('closes the payment page of an order that is called off', async () => {
    const orderId = await town.orderIn('placed');
    const session = await town.checkout(orderId);
    must(await town.steps.cancel(orderId));
    expect((await town.stripe.checkout.sessions.retrieve(session)).status).toBe('expired');
    expect(await payOrder(deps, { actor: town.buyer, orderId, locale: 'en' })).toMatchObject({
      code: 'order-not-payable',
    });
  });

  it('keeps the goods for the days that a transfer takes, shows where to send it, and books it when it arrives', async () => {
    const { orderId } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
    const session = await town.checkout(orderId);
    const { payBy, placedAt, paymentCostMinor } = await town.order(orderId);
    // Five days, halved by the order that this buyer has not paid yet.
    expect(payBy.getTime() - placedAt.getTime()).toBe(3 * 24 * 3600 * 1000);
    expect(paymentCostMinor).toBe(59_309n);
    await town.control('transfer', { session });
    await town.deliver();
    await town.work();
    const page = () => buyerOrderPage(deps, { actor: town.buyer, orderId });
    // Opening the details changes nothing of the order but that they are shown.
    await keepTransferDetails(deps, { orderId });
    expect((await page()).transfer).toMatchObject({
      reference: expect.stringMatching(/^FL-/),
      amountMinor: 11_861_611n,
      account: [
        { field: 'bank', value: 'Sandbox Bank' },
        { field: 'number', value: '000123456789' },
        { field: 'routing', value: '000000000' },
      ],
    });
    expect((await town.order(orderId)).payBy).toEqual(payBy);
    await town.control('money-arrives', { session });
    await town.deliver();
    await town.work();
    expect(await state(orderId)).toBe('paid');
    expect(await page()).toMatchObject({ transfer: null, transferUnderWay: false });
    await expectBooksToHold();
  });

  it('sends a transfer back that comes after the order is gone', async () => {
    const { orderId } = must(await town.place(await town.lot(), { paymentMethod: 'transfer' }));
    const session = await town.checkout(orderId);
    await town.control('transfer', { session });
    await town.deliver();
    await town.work();
    expect(await town.steps.expire(orderId)).toBe('expired');
    await town.control('money-arrives', { session });
    await town.deliver();
    await town.work();
    await town.deliver();
    await town.work();
    expect(await state(orderId)).toBe('refunded');
    // All of it went back. The fee that the partner keeps is the platform's own.
    const [owed] = await deps.db.$queryRaw<{ short: bigint }[]>`
      SELECT coalesce(sum(p."amountMinor"), 0)::bigint AS short FROM "Posting" p JOIN "LedgerAccount" a ON a.id = p."accountId"
       WHERE a.code = 'owed-by-platform' AND p."orderId" = ${orderId}::uuid`;
    expect(owed?.short).toBe(59_308n);
    await expectBooksToHold();
  });

  it('opens the page after Stripe lost its answer, in whatever language the buyer asks again', async () => {
    const orderId = await town.orderIn('placed');
    // The SDK's own repeats fail too.
    await town.control('fault', { times: 3, status: 500, moment: 'after' });
    expect(await payOrder(deps, { actor: town.buyer, orderId, locale: 'fr' })).toMatchObject({ ok: false });
    await deps.db.user.update({
      where: { id: town.buyer.userId },
      data: { email: `new-${deps.newId()}@test.example` },
    });
    must(await payOrder(deps, { actor: town.buyer, orderId, locale: 'pt' }));
    const checkout = await deps.db.checkout.findFirstOrThrow({ where: { orderId } });
    const { line_items: items } = await town.stripe.checkout.sessions.retrieve(checkout.sessionId, {
      expand: ['line_items'],
    });
    const { number } = await town.order(orderId);
    expect(items?.data.map(({ description }) => description)).toEqual([
      expect.stringMatching(new RegExp(`^${number} · .*1.000`)),
      'Coût du paiement',
    ]);
    expect(await deps.db.sandboxCheckoutSession.count({ where: { clientReferenceId: orderId } })).toBe(1);
  });

  it('names the quantity of the order, not of the lot', async () => {
    const lotId = await town.lot({ divisible: true });
    const { orderId } = must(await town.place(lotId, { quantity: '250' }));
    const session = await town.checkout(orderId);
    const { line_items: items } = await town.stripe.checkout.sessions.retrieve(session, { expand: ['line_items'] });
    expect(items?.data[0]?.description).toContain('250');
    expect(items?.data[0]?.description).not.toContain('1 000');
  });

  it('notes a job that failed because Stripe did, and the next try succeeds', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('pay', { session: await town.checkout(orderId) });
    await town.deliver();
    await town.control('fault', { times: 3, status: 500, moment: 'before' });
    await expect(town.work()).rejects.toThrow();
    expect(await deps.db.stripeEvent.findFirstOrThrow({ where: { processedAt: null, attempts: 1 } })).toMatchObject({
      lastError: expect.any(String),
    });
    await town.work();
    expect(await state(orderId)).toBe('paid');
    await expectBooksToHold();
  });

  it('answers a payment page that cannot be opened with a refusal, and a later click opens it', async () => {
    const orderId = await town.orderIn('placed');
    await town.control('fault', { times: 1, status: 429, moment: 'before' });
    expect(await payOrder(deps, { actor: town.buyer, orderId, locale: 'fr' })).toMatchObject({
      ok: false,
      code: 'payments-unavailable',
    });
    expect(await payOrder(deps, { actor: town.buyer, orderId, locale: 'fr' })).toMatchObject({ ok: true });
  });

  it('refuses a bad signature and stores nothing; keeps an unknown event and leaves it alone', async () => {
    const before = await deps.db.stripeEvent.count();
    const event = (type: string, object: object) =>
      JSON.stringify({ id: `evt_${deps.newId()}`, object: 'event', type, data: { object } });
    const sign = (payload: string) =>
      deps.stripe.webhooks.generateTestHeaderString({ payload, secret: deps.settings.payments.webhookSecret });
    const body = event('customer.created', { id: 'cus_1' });
    for (const signature of [null, '', 't=1,v1=00', sign(`${body} `)]) {
      expect(await receiveStripeWebhook(deps, { rawBody: body, signature })).toMatchObject({
        ok: false,
        code: 'bad-signature',
      });
    }
    expect(await deps.db.stripeEvent.count()).toBe(before);
    expect(await receiveStripeWebhook(deps, { rawBody: body, signature: sign(body) })).toMatchObject({
      ok: true,
      value: { repeated: false },
    });
    expect(await receiveStripeWebhook(deps, { rawBody: body, signature: sign(body) })).toMatchObject({
      ok: true,
      value: { repeated: true },
    });
    const strange = event('checkout.session.completed', { id: 'cs_x', metadata: { orderId: deps.newId() } });
    must(await receiveStripeWebhook(deps, { rawBody: strange, signature: sign(strange) }));
    await town.work();
    expect(await deps.db.stripeEvent.count()).toBe(before + 2);
    expect(await deps.db.stripeEvent.count({ where: { outcome: 'ignored' } })).toBeGreaterThanOrEqual(2);
  });
});
