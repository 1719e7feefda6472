import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxHarness } from './sandbox-harness';

let world: Awaited<ReturnType<typeof sandboxHarness>>;
beforeAll(async () => {
  world = await sandboxHarness();
});

const CARD = { way: 'card', number: '4242 4242 4242 4242', expiry: '12/34', cvc: '123', name: 'Ana Buyer' };

/** What a browser without scripts does with a form. */
async function post(
  url: string,
  form: Record<string, string>,
): Promise<{ status: number; location: string; body: string }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', body: await response.text() };
}

async function get(url: string, language = 'en'): Promise<{ status: number; body: string; headers: Headers }> {
  const response = await fetch(url, { headers: { 'accept-language': language }, redirect: 'manual' });
  return { status: response.status, body: await response.text(), headers: response.headers };
}

async function payableUrl(change: Parameters<typeof world.openSession>[0] = {}) {
  const session = await world.openSession(change);
  return { id: session.id, url: session.url ?? '' };
}

describe('the pay page', () => {
  it('says that no money moves, what is paid and to whom, without script or inline style', async () => {
    const { url } = await payableUrl();
    const page = await get(url);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Sandbox · test payments, no money moves');
    expect(page.body).toContain('USD\u00a01,180.23');
    expect(page.body).toContain('Gold doré bar');
    expect(page.body).toContain('Pay USD\u00a01,180.23</button>');
    expect(page.body).not.toMatch(/<script|<style| style=| on[a-z]+=/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    const styles = await get(`${world.publicUrl}/sandbox/pay.css`);
    expect(styles.headers.get('content-type')).toContain('text/css');
  });

  it.each([
    ['pt', 'pt', 'Pagar com cartão'],
    ['fr', 'fr', 'Payer par carte'],
    ['es', 'es', 'Pagar con tarjeta'],
    ['auto', 'sw', 'Lipa kwa kadi'],
    ['pt-BR', 'en', 'Pagar com cartão'],
    ['de', 'en', 'Pay by card'],
  ])('speaks the language of the session (%s, browser %s)', async (locale, browser, words) => {
    const { url } = await payableUrl({ locale: locale as 'pt' });
    expect((await get(url, browser)).body).toContain(words);
  });

  it('pays and leads to the success address with the session id', async () => {
    const { id, url } = await payableUrl();
    expect(await post(url, CARD)).toMatchObject({ status: 303, location: `${world.publicUrl}/orders/1?session=${id}` });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' });
    expect((await get(url)).body).toContain('This payment is done');
  });

  it('pays once when the button is pressed ten times at once', async () => {
    const { id, url } = await payableUrl();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, CARD)));
    expect(new Set(answers.map(({ location }) => location))).toEqual(
      new Set([`${world.publicUrl}/orders/1?session=${id}`]),
    );
    expect(await world.deps.db.sandboxCharge.count({ where: { paymentIntentId: await intentOf(id) } })).toBe(1);
  });

  it.each([
    ['4000 0000 0000 0002', 'The card was declined.'],
    ['4000 0000 0000 9995', 'The card has too little money.'],
    ['4000 0000 0000 0069', 'The card has expired.'],
    ['4000 0000 0000 0127', 'The security code is not right.'],
  ])('tells why %s is not taken, keeps what was typed, and takes another card', async (number, words) => {
    const { url } = await payableUrl();
    const refused = await post(url, { ...CARD, number });
    expect(refused.status).toBe(402);
    expect(refused.body).toContain(words);
    expect(refused.body).toContain(`value="${number}"`);
    expect(refused.body).toContain('value="Ana Buyer"');
    expect(await post(url, CARD)).toMatchObject({ status: 303 });
  });

  it('names each field that is wrong, keeps what was typed, and escapes it', async () => {
    const { url } = await payableUrl();
    const refused = await post(url, {
      way: 'card',
      number: '4242',
      expiry: '01/20',
      cvc: '',
      name: '"><script>alert(1)</script>',
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('This card number is not right.');
    expect(refused.body).toContain('The expiry date is in the past');
    expect(refused.body).toContain('Enter the security code.');
    expect(refused.body).toContain('value="01/20"');
    expect(refused.body).not.toContain('<script>');
  });

  it('does not send a card number back that may be real, and keeps none anywhere', async () => {
    const { id, url } = await payableUrl();
    const refused = await post(url, { ...CARD, number: '4111111111111111' });
    expect(refused.body).toContain('This is not a test card.');
    expect(refused.body).not.toContain('4111111111111111');
    await post(url, { ...CARD, number: '4000000000000002' });
    await post(url, CARD);
    const intent = await intentOf(id);
    const rows = JSON.stringify(
      [
        await world.deps.db.sandboxPaymentIntent.findMany({ where: { id: intent } }),
        await world.deps.db.sandboxCharge.findMany({ where: { paymentIntentId: intent } }),
        await world.deps.db.sandboxEvent.findMany(),
      ],
      (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    );
    expect(rows).toContain('4242');
    expect(rows).not.toMatch(/4242424242424242|4000000000000002|4111111111111111/);
  });

  it('asks once more where the bank wants it, and takes yes or no', async () => {
    const { id, url } = await payableUrl();
    const asked = await post(url, { ...CARD, number: '4000002500003155' });
    expect(asked.location).toBe(`/sandbox/pay/${id}/authenticate`);
    expect((await get(`${url}/authenticate`)).body).toContain('Your bank asks you to confirm');
    const refused = await post(`${url}/authenticate`, { answer: 'no' });
    expect(refused.status).toBe(402);
    expect(refused.body).toContain('You did not confirm the payment');
    await post(url, { ...CARD, number: '4000002500003155' });
    expect(await post(`${url}/authenticate`, { answer: 'yes' })).toMatchObject({
      location: `${world.publicUrl}/orders/1?session=${id}`,
    });
    expect(await post(`${url}/authenticate`, { answer: 'yes' })).toMatchObject({ status: 303 });
    expect(
      await world.deps.db.sandboxCharge.count({ where: { paymentIntentId: await intentOf(id), status: 'succeeded' } }),
    ).toBe(1);
  });

  it('completes a bank transfer unpaid, and pays it when the money arrives', async () => {
    const { id, url } = await payableUrl();
    expect(await post(url, { way: 'bank' })).toMatchObject({ status: 303, location: `/sandbox/pay/${id}` });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
    });
    expect((await get(url)).body).toMatch(/FL-[0-9A-Z]{8}/);
    expect(await post(url, CARD)).toMatchObject({ status: 303 });
    await post(`${url}/transfer`, { answer: 'yes' });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' });
    expect(await world.deps.db.sandboxCharge.count({ where: { paymentIntentId: await intentOf(id) } })).toBe(1);
  });

  it('closes with the session, and answers an unknown one politely', async () => {
    const { id, url } = await payableUrl();
    await world.stripe.checkout.sessions.expire(id);
    expect(await get(url)).toMatchObject({ status: 410 });
    expect(await post(url, CARD)).toMatchObject({ status: 303, location: `/sandbox/pay/${id}` });
    expect((await get(`${world.publicUrl}/sandbox/pay/cs_test_none`)).status).toBe(404);
  });

  it('fills in a test card by name, so that no number is in an address', async () => {
    const { url } = await payableUrl();
    expect((await get(`${url}?fill=declined`)).body).toContain('value="4000 0000 0000 0002"');
    expect((await get(`${url}?fill=constructor`)).status).toBe(200);
  });
});

async function intentOf(sessionId: string): Promise<string> {
  const { payment_intent: intent } = await world.stripe.checkout.sessions.retrieve(sessionId);
  return String(intent);
}
