import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { market } from '../trading/market';
import { storedRows } from './stored-rows';

describe('the webhook', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const { webhookSecret } = deps.settings.payments;

  function event(id: string, type: string, object: object): string {
    return JSON.stringify({
      id,
      object: 'event',
      api_version: '2025-01-01',
      created: 1,
      livemode: false,
      type,
      data: { object },
    });
  }

  const sign = (payload: string, secret = webhookSecret) =>
    deps.stripe.webhooks.generateTestHeaderString({ payload, secret });

  async function send(body: string, signature: string | null): Promise<number> {
    const response = await fetch(`${server.url}/webhooks/stripe`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...(signature === null ? {} : { 'Stripe-Signature': signature }) },
    });
    await response.text();
    return response.status;
  }

  it('refuses what is not signed by us and stores nothing', async () => {
    const before = await storedRows(deps);
    const body = event('evt_forged', 'checkout.session.completed', { id: 'cs_1' });
    const old = deps.stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: webhookSecret,
      timestamp: 1_000_000,
    });
    const refused: [string, string | null][] = [
      [body, null],
      [body, ''],
      [body, 'garbage'],
      [body, 't=1,v1=00'],
      [body, sign(body, 'whsec_of_somebody_else')],
      [`${body} `, sign(body)],
      [body, old],
      ['', sign('')],
      ['', null],
      ['{', null],
    ];
    for (const [payload, signature] of refused) expect(await send(payload, signature)).toBe(400);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('refuses a huge body before it is read', async () => {
    const before = await storedRows(deps);
    const body = event('evt_huge', 'charge.updated', { id: 'ch_1', padding: 'x'.repeat(3_000_000) });
    expect(await send(body, sign(body))).toBe(413);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('keeps the same event once, however often it comes, and leaves one job', async () => {
    const orderId = await town.orderIn('placed');
    const body = event('evt_twice', 'payment_intent.created', { id: 'pi_1', metadata: { orderId } });
    const statuses = await Promise.all(Array.from({ length: 5 }, () => send(body, sign(body))));
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    expect(await send(body, sign(body))).toBe(200);
    expect(await deps.db.stripeEvent.count({ where: { id: 'evt_twice' } })).toBe(1);
    const jobs = await deps.db.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = 'stripe-event:evt_twice'`;
    expect(jobs).toHaveLength(1);
  });

  it.each([
    ['of an unknown kind', 'invented.event', { id: 'x_1' }],
    [
      'of an order that is not ours',
      'checkout.session.completed',
      { id: 'cs_2', metadata: { orderId: '0190a5e0-0000-7000-8000-000000000000' } },
    ],
    ['without an object', 'charge.updated', {}],
    ['with a zero byte in it', 'charge.updated', { id: 'ch_\u00000', description: 'a\u0000b' }],
  ])('takes a signed event %s and moves nothing', async (what, type, object) => {
    const before = await storedRows(deps);
    const body = event(`evt_${what.replaceAll(' ', '_')}`, type, object);
    expect(await send(body, sign(body))).toBe(200);
    const after = await storedRows(deps);
    expect({ ...after, StripeEvent: before['StripeEvent'] }).toEqual(before);
    expect(after['StripeEvent']).toBe((before['StripeEvent'] ?? 0) + 1);
  });

  it('answers 405 to anything but POST', async () => {
    expect((await fetch(`${server.url}/webhooks/stripe`)).status).toBe(405);
  });
});
