import { afterAll, describe, expect, it } from 'vitest';
import { trialBalance } from '#app/ledger/trial-balance.server';
import { startAppServer } from '#tests/support/app-server';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm, type Answer, type FormFields, type Visitor } from '#tests/support/visitor';
import { market, must } from '../trading/market';

/**
 * Each button that moves money or stock, pressed twice in the same moment: the same form, the same request
 * id, over HTTP.
 */
describe('a double click', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const [buyer, manager, treasurer, officer, controller] = [
    await signedIn(server, town.buyer),
    await signedIn(server, town.manager),
    await signedIn(server, town.treasurer),
    await signedIn(server, town.officer),
    await signedIn(server, town.controller),
  ];
  const proof = new Blob([new Uint8Array(samplePdf('Proof of transfer'))], { type: 'application/pdf' });
  const entries = (orderId: string, kind: string) => deps.db.journalEntry.count({ where: { orderId, kind } });

  async function pressTwice(
    who: Visitor,
    path: string,
    { intent, fields = {} }: { intent?: string; fields?: FormFields } = {},
  ): Promise<[Answer, Answer]> {
    const page = await who.get(path);
    expect(page.status).toBe(200);
    const form = workForm(page.text, path, intent);
    const sent = { ...form.fields, ...fields };
    return Promise.all([who.post(form.action, sent), who.post(form.action, sent)]);
  }

  /** Both clicks end on the same page, as if there had been one. */
  function expectBothDone([first, second]: [Answer, Answer]): string {
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    return first.location ?? '';
  }

  async function expectBooksToHold(): Promise<void> {
    const { sums, drifted } = await trialBalance(deps);
    expect(drifted).toEqual([]);
    expect(sums.every(({ sumMinor }) => sumMinor === 0n)).toBe(true);
  }

  it('on "order" places one order', async () => {
    const lotId = await town.lot({ divisible: true });
    const done = await pressTwice(buyer, `/lots/${lotId}/order?quantity=10`, { fields: { terms: 'on' } });
    expect(expectBothDone(done)).toMatch(/^\/buyer\/orders\//);
    expect(await deps.db.order.count({ where: { lotId } })).toBe(1);
    const lot = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect(lot.availableQuantity.toFixed()).toBe('990');
  });

  it('on "pay" opens one payment page', async () => {
    const orderId = await town.orderIn('placed');
    const path = `/buyer/orders/${orderId}/pay`;
    const done = await Promise.all([buyer.post(path, {}), buyer.post(path, {})]);
    expectBothDone(done);
    expect(await deps.db.checkout.count({ where: { orderId } })).toBe(1);
    expect(await deps.db.sandboxCheckoutSession.count({ where: { clientReferenceId: orderId } })).toBe(1);
  });

  it('on "sent" ships once', async () => {
    const orderId = await town.orderIn('paid');
    const fields = { carrier: 'Brinks', reference: 'BR-7', shippedOn: deps.clock.now().toISOString().slice(0, 10) };
    expectBothDone(await pressTwice(manager, `/cooperative/orders/${orderId}`, { fields }));
    expect(await deps.db.orderEvent.count({ where: { orderId, action: 'ship' } })).toBe(1);
  });

  it('on "received as agreed" settles once', async () => {
    const orderId = await town.orderIn('shipped');
    expectBothDone(await pressTwice(buyer, `/buyer/orders/${orderId}`, { fields: { agreed: 'on' } }));
    expect(await entries(orderId, 'delivery-settled')).toBe(1);
  });

  it('on "prepare", "approve", "confirm" and "share" moves the money once each', async () => {
    const orderId = await town.orderIn('delivered');
    await deps.db.cooperativeMember.createMany({
      data: ['M-1', 'M-2', 'M-3'].map((code) => ({
        ...{ id: deps.newId(), cooperativeId: town.cooperativeId, code, name: code, sex: 'female', task: 'digging' },
        ...{ hours: 10, contribution: 1, joinedOn: new Date('2025-01-01') },
      })),
    });
    const prepared = expectBothDone(await pressTwice(officer, `/programme/payouts/new?order=${orderId}`));
    const payout = await deps.db.payout.findFirstOrThrow({ where: { orderId } });
    expect(prepared).toBe(`/programme/payouts/${payout.id}`);
    expect(await deps.db.payout.count({ where: { orderId } })).toBe(1);

    const sent = { reference: 'TT-77', proof };
    expectBothDone(await pressTwice(controller, prepared, { intent: 'approve', fields: sent }));
    expect(await entries(orderId, 'payout-sent')).toBe(1);

    const arrived = { received: '111871.87', note: '' };
    expectBothDone(await pressTwice(treasurer, `/cooperative/payouts/${payout.id}`, { fields: arrived }));
    expect(await entries(orderId, 'payout-confirmed')).toBe(1);
    expect(await entries(orderId, 'proceeds-received')).toBe(1);

    const rule = { rule: 'equal', costs: '1000', community: '500' };
    const sharing = `/cooperative/orders/${orderId}/distribution?${new URLSearchParams(rule).toString()}`;
    expectBothDone(await pressTwice(treasurer, sharing, { fields: rule }));
    expect(await deps.db.distribution.count({ where: { orderId } })).toBe(1);
    expect((await town.order(orderId)).state).toBe('settled');
    await expectBooksToHold();
  });

  it('on "cancel" gives the stock back once', async () => {
    const lotId = await town.lot({ divisible: true });
    const { orderId } = must(await town.place(lotId, { quantity: '100' }));
    expectBothDone(
      await pressTwice(buyer, `/buyer/orders/${orderId}`, { intent: 'cancel', fields: { reason: 'twice' } }),
    );
    const lot = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect([lot.state, lot.availableQuantity.toFixed()]).toEqual(['listed', '1000']);
    await expectBooksToHold();
  });
});
