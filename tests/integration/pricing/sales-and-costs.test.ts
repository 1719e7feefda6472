import { beforeAll, describe, expect, it } from 'vitest';
import { requestedBand } from '#app/valuation/api/requested-band.server';
import { bandRequestSchema } from '#app/valuation/api/band-request.schema';
import { bandFor, type LotFacts } from '#app/valuation/bands/band-for.server';
import { recordComparableSale } from '#app/valuation/comparables/record-sale.server';
import { methodPage } from '#app/valuation/show-methods/method-page.server';
import { releaseCells } from '#app/valuation/comparables/release-cells.server';
import { recordCosts } from '#app/valuation/costs/record-costs.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { recordFxRate } from '#app/prices/rates/record-fx-rate.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { toAmount } from '#app/money/money';
import { market } from '#tests/integration/trading/market';
import { testOrganisation } from '#tests/support/people';
import { orderRow, organisationRow } from '#tests/support/rows';
import { testDeps, type TestDeps } from '#tests/support/test-deps';

let deps: TestDeps;

beforeAll(async () => {
  deps = await testDeps();
  await loadSnapshot(deps);
});

function points(result: Awaited<ReturnType<typeof bandFor>>): string[] {
  if (!result.ok) throw new Error(result.code);
  return [result.value.floor, result.value.fair, result.value.ceiling].map(toAmount);
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function party(n: number): Promise<string> {
  const found = await deps.db.organisation.findUnique({ where: { id: id(n) } });
  return found?.id ?? organisationRow(deps, { id: id(n) });
}

async function soldOrder(n: number, { sellerId, buyerId }: { sellerId: string; buyerId: string }): Promise<string> {
  const found = await deps.db.order.findUnique({ where: { id: id(n) } });
  return found?.id ?? orderRow(deps, { id: id(n), cooperativeId: sellerId, buyerId, programmeId: sellerId });
}

async function sell(
  n: number,
  {
    price,
    seller,
    buyer,
    on = '2026-03-10',
    ...more
  }: {
    price: string;
    seller: number;
    buyer: number;
    on?: string;
    unit?: string;
    quantity?: string;
    usdRate?: string | null;
    country?: string;
  },
) {
  const parties = { sellerId: await party(seller), buyerId: await party(buyer) };
  const orderId = await soldOrder(1000 + n, parties);
  await deps.db.$transaction((tx) =>
    recordComparableSale(tx, deps, {
      orderId,
      ...parties,
      mineral: 'ruby',
      form: 'cut',
      facts: { quality: 'fine', stoneCt: '1.4' },
      originCountry: more.country ?? 'MG',
      price,
      quantity: more.quantity ?? '2',
      unit: more.unit ?? 'ct',
      usdRate: more.usdRate === undefined ? '1' : more.usdRate,
      soldOn: new Date(`${on}T10:00:00Z`),
    }),
  );
}

describe('comparable sales', () => {
  const ruby: LotFacts = {
    mineral: 'ruby',
    form: 'cut',
    quantity: { value: '10', unit: 'ct' },
    grades: [],
    facts: { quality: 'fine', stoneCt: '1.1' },
    originCountry: 'MG',
    currency: 'USD',
  };

  it('make a band from the release of the next month on, and stay as they are for the month', async () => {
    for (const [n, price] of ['100', '120', '140.222', '160', '180'].entries())
      await sell(n, { price, seller: n % 3, buyer: 10 + (n % 3) });
    // The same order again, and one whose currency had no rate: neither counts.
    await sell(0, { price: '999', seller: 0, buyer: 10 });
    await sell(7, { price: '999', seller: 4, buyer: 14, usdRate: null });
    expect(await deps.db.comparableSale.count()).toBe(5);
    expect(await bandFor(deps, { facts: ruby, asOf: '2026-06-02' })).toMatchObject({ code: 'insufficient-data' });

    expect(await releaseCells(deps)).toBe(1);
    expect(await Promise.all([releaseCells(deps), releaseCells(deps)])).toEqual([0, 0]);
    // 50, 60, 70.111, 80 and 90 a carat: three digits of what somebody paid, in the sum and in its evidence.
    const band = await bandFor(deps, { facts: ruby, asOf: '2026-06-02' });
    expect(points(band)).toEqual(['600.00', '701.00', '800.00']);
    expect(band.ok && band.value.band.basis).toMatchObject({
      kind: 'sales',
      cell: { width: 'exact', orders: 5, sellers: 3, buyers: 3, release: '2026-06-01' },
    });
    expect(band.ok && band.value.canonical).not.toContain(id(1000));
    expect(band.ok && band.value.canonical).toContain('70.1');
    expect(band.ok && band.value.canonical).not.toContain('70.11');
    // The worked example of the method says what it is of, so that it can be found again.
    expect((await methodPage(deps, 'stones')).example).toMatchObject({
      kind: { mineral: 'ruby', form: 'cut' },
      basis: { cell: { quality: 'fine', size: '1-2-ct', country: 'MG', orders: 5, sellers: 3, buyers: 3 } },
    });

    // One more sale changes nothing, this month or the next: it waits for its like.
    await sell(20, { price: '2', seller: 1, buyer: 11, on: '2026-06-02' });
    expect(points(await bandFor(deps, { facts: ruby, asOf: '2026-06-02' }))).toEqual(['600.00', '701.00', '800.00']);
    deps.clock.set('2026-07-01T03:15:00Z');
    expect(await releaseCells(deps)).toBe(0);
    expect(points(await bandFor(deps, { facts: ruby, asOf: '2026-07-02' }))).toEqual(['600.00', '701.00', '800.00']);
    expect(await bandFor(deps, { facts: { ...ruby, facts: { quality: 'good' } }, asOf: '2026-07-02' })).toMatchObject({
      code: 'insufficient-data',
    });
    // What was known before the release is still known so.
    const before = { facts: ruby, asOf: '2026-06-02', knownAt: new Date('2026-06-02T07:00:00Z') };
    expect(await bandFor(deps, before)).toMatchObject({ code: 'insufficient-data' });
    deps.clock.set('2026-06-02T08:00:00Z');
  });

  it('are asked for by the API with quality, size and origin', async () => {
    const ask = (body: object) =>
      requestedBand(
        deps,
        bandRequestSchema.parse({ asOf: '2026-06-02', quantity: { value: '10', unit: 'ct' }, ...body }),
      );
    const full = await ask({
      mineral: 'ruby',
      form: 'cut',
      quality: 'fine',
      stoneCt: '1.9',
      originCountry: 'MG',
      ask: { amount: '580', currency: 'USD' },
    });
    if (!('result' in full) || !full.result.ok) throw new Error('no band');
    expect(full.result.value.verdict).toMatchObject({ state: 'below-floor', gapPct: '-3.33' });
    expect(await ask({ method: 'stones/1' })).toMatchObject({ issues: [{ path: 'mineral', code: 'required' }] });
    expect(await ask({ method: 'stones/9' })).toMatchObject({ issues: [{ path: 'method', code: 'unknown_value' }] });
    expect(await ask({ method: 'stones/1', mineral: 'gold', form: 'dore' })).toMatchObject({
      issues: [{ path: 'mineral' }],
    });
  });

  it('come from settled orders, in the transaction that settles them', async () => {
    const town = await market(deps);
    const orderId = await town.orderIn('settled');
    const order = await deps.db.order.findUniqueOrThrow({ where: { id: orderId } });
    const sale = await deps.db.comparableSale.findUniqueOrThrow({ where: { orderId } });
    expect(sale).toMatchObject({ sellerId: order.cooperativeId, buyerId: order.buyerId, mineral: 'gold', unit: 'g' });
    expect(await deps.db.comparableSale.count({ where: { orderId: await town.orderIn('delivered') } })).toBe(0);
  });
});

describe('costs', () => {
  const bricks: LotFacts = {
    mineral: 'clay',
    form: 'bricks',
    quantity: { value: '1000', unit: 'piece' },
    grades: [],
    facts: { quality: 'good' },
    originCountry: 'MZ',
    currency: 'MZN',
  };
  const costs = {
    batch: '100',
    inputs: '100',
    energy: '50',
    transport: '30',
    hours: '2',
    contingencyPct: '0',
    note: '',
  };

  it('of a cooperative itself count in its bands at the living wage, the newest from when it was recorded', async () => {
    const { organisationId: programmeId } = await testOrganisation(deps, { kind: 'programme', roles: [] });
    const { organisationId, as } = await testOrganisation(deps, {
      programmeId,
      kind: 'cooperative',
      roles: ['manager', 'member'],
      countryCode: 'MZ',
    });
    const record = (input: typeof costs, requestId = deps.newId()) =>
      recordCosts(deps, { actor: as.manager, product: { mineral: 'clay', form: 'bricks' }, costs: input, requestId });
    const own = { ...bricks, cooperativeId: organisationId };
    expect(points(await bandFor(deps, { facts: own, asOf: '2026-06-02' }))).toEqual(['5661.60', '6510.84', '7643.16']);

    expect(await record({ ...costs, batch: '0', hours: 'x' })).toMatchObject({
      ok: false,
      issues: [{ path: 'batch' }, { path: 'hours' }],
    });
    expect(await deps.db.costRecord.count()).toBe(0);
    const requestId = deps.newId();
    expect(await Promise.all([record(costs, requestId), record(costs, requestId)])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect(await deps.db.costRecord.count()).toBe(1);
    // (100 + 50 + 30 + 2 × 72) ÷ 100 = 3.24 each.
    const band = await bandFor(deps, { facts: own, asOf: '2026-06-02' });
    expect(points(band)).toEqual(['3240.00', '3726.00', '4374.00']);
    expect(band.ok && band.value.band.basis).toMatchObject({ kind: 'costs', of: 'own', salesTooFew: true });
    // Nobody else's band moves.
    expect(points(await bandFor(deps, { facts: bricks, asOf: '2026-06-02' }))[0]).toBe('5661.60');

    deps.clock.set('2026-06-02T09:00:00Z');
    await record({ ...costs, inputs: '200' });
    expect(points(await bandFor(deps, { facts: own, asOf: '2026-06-02' }))[0]).toBe('4240.00');
    const earlier = { facts: own, asOf: '2026-06-02', knownAt: new Date('2026-06-02T08:30:00Z') };
    expect(points(await bandFor(deps, earlier))[0]).toBe('3240.00');
    await expect(
      recordCosts(deps, {
        actor: as.member,
        product: { mineral: 'clay', form: 'bricks' },
        costs,
        requestId: deps.newId(),
      }),
    ).rejects.toThrow();
    deps.clock.set('2026-06-02T08:00:00Z');
  });
});

describe('metals without an open feed', () => {
  it('have a band from the day on which the operator has entered their price, in any currency with a rate', async () => {
    const tungsten: LotFacts = {
      mineral: 'tungsten',
      form: 'concentrate',
      quantity: { value: '1', unit: 't' },
      grades: [{ element: 'WO3', value: '65', unit: '%' }],
      facts: {},
      originCountry: 'RW',
      currency: 'USD',
    };
    expect(await bandFor(deps, { facts: tungsten, asOf: '2026-05-31' })).toMatchObject({ code: 'price-missing' });
    await importVintage(deps, {
      source: 'Operator',
      fileName: 'apt',
      sha256: 'a'.repeat(64),
      publishedOn: '2026-06-01',
      figures: [{ series: 'op.tungsten-apt', period: '2026-05', value: '437' }],
      importedBy: 'test',
    });
    expect(points(await bandFor(deps, { facts: tungsten, asOf: '2026-05-31' }))[1]).toBe('21303.75');
    expect(await bandFor(deps, { facts: { ...tungsten, currency: 'RWF' }, asOf: '2026-05-31' })).toMatchObject({
      code: 'fx-missing',
    });
    const rate = {
      base: 'USD',
      quote: 'RWF',
      rate: '1400',
      on: '2026-05-30',
      source: 'Bank',
      enteredBy: 'a',
      approvedBy: 'b',
    };
    expect((await recordFxRate(deps, rate)).ok).toBe(true);
    expect(points(await bandFor(deps, { facts: { ...tungsten, currency: 'RWF' }, asOf: '2026-05-31' }))[1]).toBe(
      '29825250',
    );
  });
});
