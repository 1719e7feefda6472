import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { formsOf, signedIn } from '#tests/support/visitor';
import { market } from './market';

describe('ending a charge', async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const officer = await signedIn(server, town.officer);
  const path = `/programme/cooperatives/${town.cooperativeId}/charges`;
  const inForce = () => deps.db.chargeRule.count({ where: { cooperativeId: town.cooperativeId, activeTo: null } });

  it('says first from when on, and which orders keep it; only the second step ends it', async () => {
    await town.orderIn('placed');
    await town.orderIn('paid');
    await town.orderIn('settled');
    const { text } = await officer.get(path);
    expect(text).toContain('Orders placed from now on, 2 June 2026, no longer carry the charge of Mining Commission.');
    expect(text).toContain('The 2 orders that are under way keep it.');
    const form = formsOf(text, path).find(({ fields }) => fields['intent'] === 'end');
    if (!form) throw new Error('no charge can be ended');
    expect(await inForce()).toBe(2);

    const unasked = await officer.post(path, form.fields);
    expect(unasked.status).toBe(422);
    expect(unasked.text).toContain('Nothing was changed.');
    expect(await inForce()).toBe(2);

    const asked = await officer.post(path, { ...form.fields, confirmed: 'on' });
    expect(asked.status).toBe(303);
    expect(await inForce()).toBe(1);
  });
});
