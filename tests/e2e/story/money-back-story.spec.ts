import type { Page } from '@playwright/test';
import { expect, test, type Demo } from '../../support/demo-test';
import { controlSandbox, refundAtStripe } from './sandbox-control';
import { accepted, paper, press, send, signInDemo, visitor } from './visitor';

/**
 * What banks do to money that was paid: it is disputed, sent back at Stripe, comes too late or arrives short.
 * Once with scripts and once without.
 */
type People = Record<'manager' | 'treasurer' | 'officer' | 'controller' | 'buyer', Page>;

const DISPUTED_CARD = '4000000000000259';
const GOOD_CARD = '4242424242424242';

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts';

  test(`a disputed payment: won, the order goes on; lost, it ends, ${how}`, async ({ browser, demo }) => {
    test.setTimeout(180_000);
    const people = await gather(browser, scripts);
    const won = await order(people, 'card');
    await payByCard(people.buyer, won, DISPUTED_CARD);
    await standsStill(people, won);
    await controlSandbox('decide-dispute', { dispute: await disputeOf(demo, won), won: true });
    await goesOn(people.manager, won);

    const lost = await order(people, 'card');
    await payByCard(people.buyer, lost, DISPUTED_CARD);
    await standsStill(people, lost);
    await controlSandbox('decide-dispute', { dispute: await disputeOf(demo, lost), won: false });
    await shows(people.buyer, `/buyer/orders/${lost}`, /your bank took the payment back/i);
    await shows(people.officer, `/programme/orders/${lost}/dispute`, /Lost[^]*says the payment is not theirs/);
    // Nothing is owed from it, so there is no payout to prepare.
    expect((await people.officer.request.get(`/programme/payouts/new?order=${lost}`)).status()).toBe(404);
    await leave(people);
  });

  test(`a part that was sent back at Stripe is decided by staff, ${how}`, async ({ browser, demo }) => {
    test.setTimeout(120_000);
    const people = await gather(browser, scripts);
    const id = await order(people, 'card');
    await payByCard(people.buyer, id, GOOD_CARD);
    await goesOn(people.manager, id);
    await refundAtStripe({ charge: await chargeOf(demo, id), amount: 5000 });
    const { controller } = people;
    await shows(people.buyer, `/buyer/orders/${id}`, /stands still until staff decide/i);
    await controller.goto(`/programme/orders/${id}/dispute`);
    await expect(controller.locator('main')).toContainText('50.00');
    await controller.check('[name=decision][value=bear]');
    await controller.fill('[name=note]', 'Agreed with the buyer for the late papers.');
    await send(controller, 'note');
    await accepted(controller);
    await goesOn(people.manager, id);
    await leave(people);
  });

  test(`money that comes after an order was called off goes back, ${how}`, async ({ browser, demo }) => {
    test.setTimeout(120_000);
    const people = await gather(browser, scripts);
    const { buyer } = people;
    const id = await order(people, 'transfer');
    const session = await startPaying(buyer, id);
    await press(buyer, buyer.locator('form:has([name=way][value=bank]) button'));
    await shows(buyer, `/buyer/orders/${id}`, /FL-/);
    await open(buyer, 'cancel');
    await press(buyer, buyer.locator('form:has([name=intent][value=cancel]) button'));
    await accepted(buyer);
    await controlSandbox('money-arrives', { session });
    await shows(buyer, `/buyer/orders/${id}`, /sent back/i);
    const refunds = async () => {
      const { rows } = await demo.db.query<{ id: string }>(`SELECT id FROM "SandboxRefund" WHERE "chargeId" = $1`, [
        await chargeOf(demo, id),
      ]);
      return rows.length;
    };
    await expect.poll(refunds, { timeout: 30_000 }).toBe(1);
    await leave(people);
  });

  test(`a payout that arrives short ends as a bank's cost, with the rest, or taken back, ${how}`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const people = await gather(browser, scripts);
    const { officer, controller } = people;

    const cost = await shortPayout(people);
    await open(officer, 'propose-cost');
    await officer.fill('[name=payee]', 'Correspondent Bank of Dodoma');
    await officer.locator('form:has([value=propose-cost]) [name=proof]').setInputFiles(paper('bank-fee'));
    await send(officer, 'payee');
    await accepted(officer);
    await controller.goto(cost);
    await send(controller, 'intent');
    await accepted(controller);
    await shows(officer, cost, /Correspondent Bank of Dodoma/);

    const rest = await shortPayout(people);
    await open(officer, 'send-rest');
    await officer.locator('form:has([value=send-rest]) [name=note]').fill('The bank sent only a part.');
    await press(officer, officer.locator('form:has([value=send-rest]) button'));
    await accepted(officer);
    await expect(officer).not.toHaveURL(new RegExp(`${rest}$`));
    await expect(officer.locator('main')).toContainText('20.00');

    await shortPayout(people);
    await open(officer, 'cancel');
    await officer.locator('form:has([value=cancel]) [name=note]').fill('The account was closed; it all came back.');
    await officer.locator('form:has([value=cancel]) [name=backProof]').setInputFiles(paper('came-back'));
    await press(officer, officer.locator('form:has([value=cancel]) button'));
    await accepted(officer);
    await leave(people);
  });
}

async function gather(browser: Parameters<typeof visitor>[0], scripts: boolean): Promise<People> {
  const roles = ['manager', 'treasurer', 'officer', 'controller', 'buyer'] as const;
  const people: Partial<People> = {};
  for (const role of roles) {
    const page = await visitor(browser, { scripts });
    await signInDemo(page, role);
    people[role] = page;
  }
  return people as People;
}

async function leave(people: People): Promise<void> {
  for (const page of Object.values(people)) await page.context().close();
}

/**
 * A small lot of the demo's cooperative, under the limit for cards: listed, approved and ordered. Answers the
 * order's id.
 */
async function order({ manager, officer, buyer }: People, method: 'card' | 'transfer'): Promise<string> {
  await manager.goto('/cooperative/lots/new?product=gold%2Fdore');
  await manager.fill('[name=quantity]', '30');
  await manager.selectOption('[name=unit]', 'g').catch(() => undefined);
  await manager.fill('[name=grade]', '910');
  await manager.fill('[name=ask]', '3862.50');
  await manager.fill('[name=place]', 'Mbeya');
  await send(manager, 'ask', { name: 'intent', value: 'preview' });
  await send(manager, 'ask', { name: 'intent', value: 'list' });
  await accepted(manager);
  const lot = new URL(manager.url()).pathname.replace('/cooperative', '');
  await officer.goto(`/programme${lot}`);
  await press(officer, officer.locator('button[name=decision][value=approve]'));
  await accepted(officer);
  await buyer.goto(`${lot}/order`);
  await buyer.check(`[name=method][value=${method}]`);
  await buyer.check('[name=terms]');
  await send(buyer, 'terms');
  await accepted(buyer);
  return /\/buyer\/orders\/([0-9a-f-]{36})/.exec(buyer.url())?.[1] ?? 'no order';
}

/** Goes to the hosted page. Answers the session's id. */
async function startPaying(buyer: Page, orderId: string): Promise<string> {
  await buyer.goto(`/buyer/orders/${orderId}/pay`);
  if (!/sandbox/.test(buyer.url())) await press(buyer, buyer.locator('main form button[type=submit]').first());
  await expect(buyer).toHaveURL(/\/sandbox\/pay\//);
  return new URL(buyer.url()).pathname.split('/').at(-1) ?? '';
}

async function payByCard(buyer: Page, orderId: string, number: string): Promise<void> {
  await startPaying(buyer, orderId);
  await buyer.fill('#number', number);
  await buyer.fill('#expiry', '12/30');
  await buyer.fill('#cvc', '123');
  await buyer.fill('#name', 'Test Buyer');
  await press(buyer, buyer.locator('form:has(#number) button'));
}

/** Looks again until the page says it: webhooks and jobs take a moment. */
async function shows(page: Page, address: string, text: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(address);
        return page.locator('main').innerText();
      },
      { timeout: 30_000, message: address },
    )
    .toMatch(text);
}

async function standsStill({ manager, officer, buyer }: People, orderId: string): Promise<void> {
  await shows(buyer, `/buyer/orders/${orderId}`, /The payment is disputed/);
  await manager.goto(`/cooperative/orders/${orderId}`);
  await expect(manager.locator('main')).toContainText('Do not send the goods now');
  await expect(manager.locator('main [name=carrier]')).toHaveCount(0);
  await officer.goto('/programme/work');
  await expect(officer.locator(`main a[href*="${orderId}"]`).first()).toBeVisible();
}

async function goesOn(manager: Page, orderId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await manager.goto(`/cooperative/orders/${orderId}`);
        return manager.locator('main [name=carrier]').count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
}

/**
 * A paid, sent and agreed order whose payout arrived 20.00 short. The officer looks at it. Answers the
 * payout's address.
 */
async function shortPayout(people: People): Promise<string> {
  const { manager, treasurer, officer, controller, buyer } = people;
  const id = await order(people, 'card');
  await payByCard(buyer, id, GOOD_CARD);
  await goesOn(manager, id);
  await manager.fill('[name=carrier]', 'Southern Highlands Freight');
  await manager.fill('[name=reference]', 'SHF-30');
  await send(manager, 'carrier');
  await accepted(manager);
  await buyer.goto(`/buyer/orders/${id}`);
  await buyer.check('[name=agreed]');
  await send(buyer, 'agreed');
  await accepted(buyer);
  await officer.goto(`/programme/payouts/new?order=${id}`);
  await send(officer, 'order');
  await accepted(officer);
  const payout = new URL(officer.url()).pathname;
  await controller.goto(payout);
  await controller.fill('[name=reference]', 'MPESA-4477');
  await controller.setInputFiles('[name=proof]', paper('transfer'));
  await send(controller, 'reference');
  await accepted(controller);
  await treasurer.goto(payout.replace('/programme', '/cooperative'));
  const owed = /([A-Z]{3})\s([\d,]+)\.(\d{2})/.exec(await treasurer.locator('main').innerText());
  const minor = Number(`${owed?.[2]?.replaceAll(',', '') ?? ''}${owed?.[3] ?? ''}`) - 2000;
  await treasurer.fill('[name=received]', `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`);
  await send(treasurer, 'received');
  await accepted(treasurer);
  await officer.goto(payout);
  return payout;
}

/** Opens the disclosure that holds a form. It opens without scripts too. */
async function open(page: Page, intent: string): Promise<void> {
  await page.locator(`details:has(form [value="${intent}"]) > summary`).click();
}

async function chargeOf({ db }: Demo, orderId: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT c.id FROM "SandboxCharge" c JOIN "SandboxCheckoutSession" s ON s."paymentIntentId" = c."paymentIntentId"
      JOIN "Checkout" p ON p."sessionId" = s.id WHERE p."orderId" = $1 AND c.status = 'succeeded'`,
    [orderId],
  );
  return rows[0]?.id ?? 'no charge';
}

async function disputeOf({ db }: Demo, orderId: string): Promise<string> {
  const { rows } = await db.query<{ stripeId: string }>(`SELECT "stripeId" FROM "Dispute" WHERE "orderId" = $1`, [
    orderId,
  ]);
  return rows[0]?.stripeId ?? 'no dispute';
}
