import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { computeBand } from '#app/catalogue/lot-band/lot-band.server';
import { lotFacts } from '#app/catalogue/vocabulary/lot-facts';
import { Decimal } from '#app/money/decimal';
import { formatAmount } from '#app/platform/i18n/format';
import { recordFxRate } from '#app/prices/rates/record-fx-rate.server';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, type Visitor } from '#tests/support/visitor';
import { market } from '../trading/market';
import { storedRows } from '#tests/abuse/stored-rows';
import { GOLD, submitConfirmed } from './lot-maker';

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
    await submitConfirmed(deps, { actor: town.manager, lotId: sent });
    expect(offers(await page(sent))).toEqual([TAKE_BACK]);
    const listed = await town.lot({});
    expect(offers(await page(listed))).toEqual([OFF_THE_MARKET]);

    const { location } = await manager.post(`/cooperative/lots/${drafted}`, {
      intent: 'withdraw',
      requestId: deps.newId(),
    });
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
    await manager.post(`/cooperative/lots/${lotId}`, { intent: 'withdraw', requestId: deps.newId() });
    const off = await page(lotId);
    expect(off).not.toContain(edit);
    expect(off).toContain('those orders go on');
  });

  describe('checks an offer', () => {
    const words = (html: string) =>
      html
        .slice(html.indexOf('id="offer-check"'))
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
    const ask = async (lotId: string, query: string) =>
      words((await manager.get(`/cooperative/lots/${lotId}?${new URLSearchParams(query).toString()}`)).text);

    it('in money, in percent, for each unit, in local money, and says what is left in hand', async () => {
      const lotId = await town.lot({});
      const page = await ask(lotId, 'offer=120000&currency=USD&per=lot');
      // The floor of 900 g of fine gold at 95% of the reference of May 2026. Charges: 3%, USD 250 and the
      // fee.
      const band = await computeBand(deps, { facts: await factsOfLot(lotId), askMinor: 12_000_000n });
      const floor = band.band?.floorMinor ?? 0n;
      expect(floor).toBeGreaterThan(12_000_000n);
      expect(page).toContain(
        `USD 120,000.00 is ${percent(floor)}% under the floor: USD ${dollars(floor - 12_000_000n)} less.`,
      );
      expect(page).toMatch(/The difference is USD [\d.]+ per g of fine gold/);
      const net = 12_000_000n - 360_000n - 25_000n - (12_000_000n * BigInt(deps.settings.platformFeeBps)) / 10_000n;
      expect(page).toContain(`In hand for you USD ${dollars(net)} of USD 120,000.00`);
      expect(await ask(lotId, 'offer=120&currency=USD&per=g')).toContain('USD 120,000.00 for 1,000 g');
      expect(await ask(lotId, 'offer=3500&currency=USD&per=ozt')).toMatch(/That is USD [\d.,]+ per troy ounce\./);
    });

    it('in another currency at its rate, with the cooperative’s own money beside', async () => {
      const rate = { base: 'USD', quote: 'TZS', rate: '2600', on: '2026-06-01', source: 'Bank of Tanzania' };
      await recordFxRate(deps, { ...rate, enteredBy: town.officer.userId, approvedBy: town.controller.userId });
      await deps.db.organisation.update({ where: { id: town.manager.organisationId }, data: { currency: 'TZS' } });
      const lotId = await town.lot({});
      const local = await ask(lotId, 'offer=120000&currency=USD');
      expect(local).toMatch(/In all about TZS [\d,]+, converted at 2,600 TZS per USD, 1 June 2026, Bank of Tanzania/);
      expect(local).toMatch(/About TZS [\d,]+: converted at 2,600 TZS per USD/);
      expect(await ask(lotId, 'offer=312000000&currency=TZS')).toMatch(
        /TZS 312,000,000\.00 is [\d.]+% under the floor/,
      );
    });

    it('answers nonsense at the field, keeps it, and stores nothing in any case', async () => {
      const lotId = await town.lot({});
      const before = await storedRows(deps);
      const page = (await manager.get(`/cooperative/lots/${lotId}?offer=1%2C500&currency=USD&per=g`)).text;
      expect(words(page)).toContain('This could be two numbers. Write 1500 or 1.5.');
      expect(page.includes('value="1,500"')).toBe(true);
      expect(words(page)).not.toContain('In hand for you');
      for (const query of ['offer=%00', 'offer=<script>', 'offer=1&currency=X', 'offer=1&per=moon', 'offer=NaN'])
        expect((await manager.get(`/cooperative/lots/${lotId}?${query}`)).status).toBe(200);
      await ask(lotId, 'offer=120000&currency=USD');
      expect(await storedRows(deps)).toEqual(before);
    });

    it('only where something is left to sell', async () => {
      const lotId = await town.lot({});
      await deps.db.lot.update({ where: { id: lotId }, data: { state: 'sold', availableQuantity: 0 } });
      expect((await page(lotId)).includes('id="offer-check"')).toBe(false);
    });
  });

  async function factsOfLot(lotId: string) {
    return lotFacts(await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } }));
  }

  it('the page of prices by SMS promises as many messages as they take', async () => {
    const { organisationId, userId } = town.manager;
    const rate = { base: 'USD', quote: 'MZN', rate: '63.9', on: '2026-06-01', source: 'Banco de Moçambique' } as const;
    await recordFxRate(deps, { ...rate, enteredBy: town.officer.userId, approvedBy: town.controller.userId });
    await deps.db.organisation.update({ where: { id: organisationId }, data: { currency: 'MZN' } });
    const asked = {
      organisationId,
      active: true,
      phone: '+258841234567',
      locale: 'pt',
      changedById: userId,
      changedAt: deps.clock.now(),
    };
    await deps.db.priceBulletin.create({ data: { ...asked, minerals: ['gold'] } });
    const said = async () => (await manager.get('/cooperative/bulletin')).text;
    expect(await said()).toContain('your cooperative gets one text message.');
    await deps.db.priceBulletin.update({
      where: { organisationId },
      data: { minerals: ['gold', 'silver', 'platinum', 'copper'] },
    });
    expect(await said()).toContain('your cooperative gets 2 text messages.');
  });
});

function dollars(minor: bigint): string {
  return formatAmount({ minor, currency: 'USD' }, 'en');
}

/** How far USD 120,000 is under it, as the page writes it. */
function percent(floor: bigint): string {
  const gap = new Decimal((floor - 12_000_000n).toString()).div(floor.toString()).times(100);
  return gap.toDecimalPlaces(2).toDecimalPlaces(1).toFixed(1);
}
