import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { formsOf, signedIn } from '#tests/support/visitor';
import { market } from '../trading/market';

const NEW = '/cooperative/lots/new';
const REASON = 'A sample for a buyer who wants to see the work first.';
const TYPED = {
  product: 'gold/dore',
  quantity: '200',
  unit: 'g',
  grade: '900',
  gradeUnit: 'permil',
  ask: '1',
  currency: 'USD',
  incoterm: 'FCA',
  place: 'Mwanza',
};

describe('a lot that is listed with unlikely figures', { timeout: 60_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const manager = await signedIn(server, (await market(deps)).manager);
  afterAll(() => server.close());

  const tokenOf = (html: string) => /name="confirmed"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';
  const send = async (fields: Record<string, string>, path = NEW) => {
    const answer = await manager.post(path, fields);
    return { ...answer, text: answer.text.replace(/\s/g, ' '), token: tokenOf(answer.text) };
  };
  const places = () => deps.db.lot.findMany({ where: { incotermPlace: 'Mwanza' }, select: { id: true, state: true } });

  it('is asked about at the form, keeps what was typed, and is sent once it is confirmed', async () => {
    const before = await places();
    const typed = { ...TYPED, grade: '0.905', requestId: deps.newId() };
    const asked = await send({ ...typed, intent: 'list' });
    expect([asked.status, (await places()).length]).toEqual([422, before.length]);
    expect(asked.text).toContain('it is seldom below 30%');
    expect(asked.text).toContain('Yes, I mean this price and this purity: USD 1.00, 0.905‰');
    const { requestId: _, ...kept } = typed;
    expect(formsOf(asked.text, NEW).find(({ action }) => action === NEW)?.fields).toMatchObject(kept);

    // The tick is for these figures: another purity, and now a price far below the floor, are asked about
    // anew.
    const other = await send({ ...typed, grade: '900', confirmed: asked.token, intent: 'list' });
    expect([other.status, other.text.includes('Yes, I mean this price: USD 1.00')]).toEqual([422, true]);
    expect(other.text).toMatch(/USD 1\.00 is USD [\d,.]+ \([\d.]+%\) below the floor/);
    const silent = await send({ ...typed, confirmed: asked.token, intent: 'list' });
    expect([silent.status, silent.text.includes('Please say why you ask less than the floor')]).toEqual([422, true]);
    const sent = await send({ ...typed, confirmed: asked.token, belowFloorReason: REASON, intent: 'list' });
    expect([sent.status, (await places()).at(-1)?.state]).toEqual([303, 'submitted']);
  });

  it('is asked about when a draft of it is sent, which saving never asked', async () => {
    const { status, location } = await send({ ...TYPED, requestId: deps.newId(), intent: 'draft' });
    expect(status).toBe(303);
    const path = location ?? '';
    const stateOf = async () =>
      (await deps.db.lot.findUniqueOrThrow({ where: { id: path.split('/').at(-1) ?? '' } })).state;
    const submit = { intent: 'submit', requestId: deps.newId() };
    const asked = await send(submit, path);
    expect([asked.status, asked.text.includes('Yes, I mean this price'), await stateOf()]).toEqual([
      422,
      true,
      'draft',
    ]);
    expect((await send({ ...submit, confirmed: asked.token, belowFloorReason: REASON }, path)).status).toBe(303);
    expect(await stateOf()).toBe('submitted');
  });
});
