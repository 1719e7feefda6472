import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { market } from '#tests/integration/trading/market';
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

  const ID = 'evt_odd';
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each([
    ['no JSON', 'hello'],
    ['half of JSON', '{"id":"evt_odd","type":'],
    ['nothing', 'null'],
    ['a number', '1'],
    ['a text', '"evt_odd"'],
    ['a list', `[${event(ID, 'charge.updated', {})}]`],
    ['no members', '{}'],
    ['no id', JSON.stringify({ type: 'charge.updated', data: { object: {} } })],
    ['an id of another kind', JSON.stringify({ id: 7, type: 'charge.updated', data: { object: {} } })],
    ['a huge id', JSON.stringify({ id: 'x'.repeat(9_000), type: 'charge.updated', data: { object: {} } })],
    ['no type', JSON.stringify({ id: ID, data: { object: {} } })],
    ['a type of another kind', JSON.stringify({ id: ID, type: ['x'], data: { object: {} } })],
    ['no data', JSON.stringify({ id: ID, type: 'charge.updated' })],
    ['no object', JSON.stringify({ id: ID, type: 'charge.updated', data: { object: null } })],
    ['a text as object', JSON.stringify({ id: ID, type: 'charge.updated', data: { object: 'ch_1' } })],
    ['an event of the newer kind', JSON.stringify({ id: ID, object: 'v2.core.event', type: 'v1.billing', data: null })],
    ['depth', deep],
    ['depth in an event', `{"id":"${ID}","type":"charge.updated","data":{"object":{"a":${deep}}}}`],
    ['a list of a megabyte', `[${'0,'.repeat(500_000)}0]`],
  ])('takes signed %s and leaves it, so that it is not sent for days', async (_, body) => {
    const before = await storedRows(deps);
    expect(await send(body, sign(body))).toBe(200);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('keeps an event with half a letter, and one as long as may be', async () => {
    const half = event('evt_half', 'charge.updated', { id: 'ch_1' }).replace(
      'ch_1',
      'ch_1","note":"\\ud800","\\u0000":"',
    );
    const long = event('evt_long', 'charge.updated', { id: 'ch_1', padding: 'x'.repeat(1_000_000) });
    for (const body of [half, long]) expect(await send(body, sign(body))).toBe(200);
    expect(await deps.db.stripeEvent.count({ where: { id: { in: ['evt_half', 'evt_long'] } } })).toBe(2);
  });

  it('answers 400 to a signature that is none', async () => {
    const body = event('evt_forged', 'charge.updated', { id: 'ch_1' });
    const time = Math.trunc(Date.now() / 1000);
    const odd = [
      't=',
      'v1=',
      '=',
      ',',
      `t=${time}`,
      `t=${time},v1=`,
      `t=x,v1=${'0'.repeat(64)}`,
      `t=${time},v0=${'0'.repeat(64)}`,
    ];
    for (const signature of [...odd, 'x'.repeat(5_000), 'é', `${sign(body)}0`])
      expect(await send(body, signature)).toBe(400);
  });

  it('answers 405 to anything but POST', async () => {
    expect((await fetch(`${server.url}/webhooks/stripe`)).status).toBe(405);
  });
});
