import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLot } from '#app/catalogue/create-lot.server';
import { submitLot } from '#app/catalogue/submit-lot.server';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, type Visitor } from '#tests/support/visitor';
import { market } from '../trading/market';
import { GOLD } from './lot-maker';

const THROW_AWAY = 'Throw the draft away';
const TAKE_BACK = 'Take it back from staff';
const OFF_THE_MARKET = 'Take it off the market';

describe('the page of an own lot', async () => {
  const deps = await testDeps();
  let server: AppServer;
  let manager: Visitor;
  let town: Awaited<ReturnType<typeof market>>;
  beforeAll(async () => {
    server = await startAppServer(deps);
    town = await market(deps);
    manager = await signedIn(server, town.manager);
  });
  afterAll(() => server.close());

  async function draft(): Promise<string> {
    const made = await createLot(deps, { actor: town.manager, requestId: deps.newId(), input: GOLD });
    if (!made.ok) throw new Error(made.code);
    return made.value.lotId;
  }
  const page = async (lotId: string) => (await manager.get(`/cooperative/lots/${lotId}`)).text;
  const offers = (html: string) => [THROW_AWAY, TAKE_BACK, OFF_THE_MARKET].filter((offer) => html.includes(offer));

  it('offers what fits where the lot stands', async () => {
    const drafted = await draft();
    expect(offers(await page(drafted))).toEqual([THROW_AWAY]);
    const sent = await draft();
    await submitLot(deps, { actor: town.manager, lotId: sent });
    expect(offers(await page(sent))).toEqual([TAKE_BACK]);
    const listed = await town.lot({});
    expect(offers(await page(listed))).toEqual([OFF_THE_MARKET]);

    const { location } = await manager.post(`/cooperative/lots/${drafted}`, { intent: 'withdraw' });
    expect(location).toBe(`/cooperative/lots/${drafted}`);
    const thrown = await page(drafted);
    expect(offers(thrown)).toEqual([]);
    expect(thrown).toContain('Edit it to list it again.');
  });

  it('offers no change of terms once a part is ordered, and says so', async () => {
    const lotId = await town.lot({ divisible: true });
    const edit = `/cooperative/lots/${lotId}/edit`;
    expect(await page(lotId)).toContain(edit);
    await deps.db.$executeRaw`UPDATE "Lot" SET "availableQuantity" = quantity / 2 WHERE id = ${lotId}::uuid`;
    const part = await page(lotId);
    expect(part).not.toContain(edit);
    expect(part).toContain('A part of it is ordered, so the rest keeps its terms.');
    await manager.post(`/cooperative/lots/${lotId}`, { intent: 'withdraw' });
    const off = await page(lotId);
    expect(off).not.toContain(edit);
    expect(off).toContain('those orders go on');
  });
});
