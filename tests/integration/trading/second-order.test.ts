import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, workForm } from '#tests/support/visitor';
import { market } from './market';

describe('a buyer who orders a lot once more', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  const buyer = await signedIn(server, town.buyer);
  afterAll(() => server.close());

  it('is shown the unpaid order first, and gets a second one only on purpose', async () => {
    const lotId = await town.lot({ divisible: true });
    const path = `/lots/${lotId}/order?quantity=10`;
    const orders = () => deps.db.order.findMany({ where: { lotId }, orderBy: { number: 'asc' } });
    const opened = await buyer.get(path);
    expect(opened.text).not.toContain('not paid');
    const first = workForm(opened.text, path).fields;
    expect((await buyer.post(path, { ...first, terms: 'on' })).status).toBe(303);
    // The same press twice is one order, as ever.
    expect((await buyer.post(path, { ...first, terms: 'on' })).status).toBe(303);
    const [order] = await orders();

    // The back button shows the old page with a request id of its own.
    const again = { ...first, terms: 'on', requestId: deps.newId() };
    const asked = await buyer.post(path, again);
    expect([asked.status, (await orders()).length]).toEqual([422, 1]);
    expect(asked.text).toContain(`href="/buyer/orders/${order?.id}"`);
    const { fields } = workForm(asked.text, path);
    expect(fields).toMatchObject({ quantity: '10', terms: 'on', shownPrice: first['shownPrice'] });
    expect((await buyer.post(path, { ...fields, another: 'on' })).status).toBe(303);
    expect((await orders()).length).toBe(2);
  });

  it('finds no form where orders hold all of the lot, but the way to the unpaid one', async () => {
    const lotId = await town.lot({ divisible: true });
    const path = `/lots/${lotId}/order`;
    const whole = workForm((await buyer.get(path)).text, path).fields;
    expect((await buyer.post(path, { ...whole, terms: 'on' })).status).toBe(303);
    const order = await deps.db.order.findFirstOrThrow({ where: { lotId } });
    const { text } = await buyer.get(path);
    expect(text).toContain('All of this lot is taken for now');
    expect(text).toContain(`href="/buyer/orders/${order.id}"`);
    expect(text).not.toContain('name="quantity"');
    expect(text).not.toContain('The quantity must be above zero.');
  });

  it('types no quantity of zero or less, and is told so', async () => {
    const lotId = await town.lot({ divisible: true });
    for (const quantity of ['0', '-1'])
      expect((await buyer.get(`/lots/${lotId}/order?quantity=${quantity}`)).text).toContain(
        'The quantity must be above zero.',
      );
  });
});
