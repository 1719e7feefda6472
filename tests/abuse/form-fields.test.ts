import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, visitor, workForm, type Visitor } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';
import { BAD_IDS, GARBAGE } from './garbage';
import { storedRows } from './stored-rows';

/**
 * The form's fields that hold a number, a date, a choice or a tick: nothing of the corpus may be taken there.
 */
type Target = {
  name: string;
  path: string;
  by: Visitor;
  intent?: string;
  /** What a person would have typed elsewhere in the form, so that only the field under test is wrong. */
  filled?: Record<string, string>;
  /** Fields and what of the corpus they may take: an empty quantity is all of the lot, a note is anything. */
  strict: Record<string, readonly (keyof typeof GARBAGE)[]>;
  /** Free text: whatever is typed, it is kept as text or refused. */
  free?: readonly string[];
};

describe('garbage in form fields', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const [buyer, manager, treasurer, officer] = [
    await signedIn(server, town.buyer),
    await signedIn(server, { ...town.manager, locale: 'pt' }),
    await signedIn(server, { ...town.treasurer, locale: 'pt' }),
    await signedIn(server, town.officer),
  ];
  const divisible = await town.lot({ divisible: true });
  const [placed, paid, shipped, delivered] = [
    await town.orderIn('placed'),
    await town.orderIn('paid'),
    await town.orderIn('shipped'),
    await town.orderIn('delivered'),
  ];
  const sent = await town.orderIn('delivered');
  const payoutId = await town.payoutOf(sent);
  const dore = {
    product: 'gold/dore',
    quantity: '1000',
    grade: '900',
    ask: '118023.02',
    currency: 'USD',
    incoterm: 'FCA',
    place: 'Mwanza',
  };

  const targets: Target[] = [
    {
      name: 'order',
      path: `/lots/${divisible}/order`,
      by: buyer,
      filled: { terms: 'on', quantity: '10' },
      strict: { quantity: ['nothing'], terms: [] },
      free: ['shownPrice', 'requestId'],
    },
    {
      name: 'shipping',
      path: `/cooperative/orders/${paid}`,
      by: manager,
      filled: { carrier: 'Brinks', reference: 'B-1', shippedOn: '2026-06-02' },
      strict: { shippedOn: [] },
      free: ['requestId'],
    },
    {
      name: 'delivery',
      path: `/buyer/orders/${shipped}`,
      by: buyer,
      strict: { agreed: [] },
      free: ['requestId'],
    },
    {
      name: 'receipt',
      path: `/cooperative/payouts/${payoutId}`,
      by: treasurer,
      strict: { received: [] },
    },
    {
      name: 'payout',
      path: `/programme/payouts/new?order=${delivered}`,
      by: officer,
      strict: { order: [] },
    },
    {
      name: 'cancelling',
      path: `/buyer/orders/${placed}`,
      by: buyer,
      intent: 'cancel',
      strict: {},
      free: ['requestId'],
    },
    {
      name: 'lot',
      path: `/cooperative/lots/new?${new URLSearchParams(dore).toString()}`,
      by: manager,
      filled: dore,
      strict: { quantity: [], ask: [], currency: [], incoterm: [] },
      free: ['requestId', 'place'],
    },
    {
      name: 'change of terms',
      path: '/programme/methods/gold-dore',
      by: officer,
      filled: {
        intent: 'propose',
        'terms.fair.premium.value': '3',
        reason: 'Buyers pay three dollars a gram.',
        citation: 'Offers of May',
        sourceOn: '2026-05-31',
      },
      strict: { 'terms.fair.premium.value': [], 'terms.floor.discountPct': [], sourceOn: [] },
      free: ['reason', 'citation', 'sourceUrl', 'requestId'],
    },
    {
      name: 'costs',
      path: '/cooperative/costs?product=clay/bricks',
      by: manager,
      filled: { batch: '1000', inputs: '1', energy: '1', transport: '1', hours: '1', contingencyPct: '5' },
      strict: { batch: [], inputs: ['nothing'], hours: [], contingencyPct: ['nothing'], product: [] },
      free: ['note', 'requestId'],
    },
  ];

  targets.push({
    name: 'rate',
    path: '/programme/prices/rates',
    by: officer,
    filled: { base: 'USD', quote: 'TZS', rate: '2590', on: '2026-06-01', source: 'Bank of Tanzania' },
    strict: { base: [], quote: [], rate: [], on: [] },
    free: ['source', 'requestId'],
  });

  const cells = targets.flatMap(({ name, strict }) => Object.keys(strict).map((field) => ({ name, field })));
  it.each(cells)('$name: $field takes none of it, says so, and stores nothing', async ({ name, field }) => {
    const { path, by, intent, filled, strict } = targetOf(name);
    const form = workForm((await by.get(path)).text, path, intent);
    const before = await storedRows(deps);
    for (const [what, text] of Object.entries(GARBAGE)) {
      if (strict[field]?.includes(what)) continue;
      const answer = await by.post(form.action, { ...form.fields, ...filled, [field]: text });
      expect([what, answer.status]).toEqual([what, expect.toSatisfy((status) => status === 422 || status === 404)]);
      expect(answer.text).not.toContain('<script>alert(1)</script>');
      expect(answer.text).toContain(by === manager || by === treasurer ? 'lang="pt"' : 'lang="en"');
      if (answer.status === 422) expect(answer.text).toMatch(/role="alert"|aria-invalid="true"/);
    }
    expect(await storedRows(deps)).toEqual(before);
  });

  const freeCells = targets.flatMap(({ name, free = [] }) => free.map((field) => ({ name, field })));
  it.each(freeCells)('$name: $field never breaks the page', async ({ name, field }) => {
    const { path, by, intent, filled } = targetOf(name);
    const form = workForm((await by.get(path)).text, path, intent);
    for (const [what, text] of Object.entries(GARBAGE)) {
      const answer = await by.post(form.action, { ...form.fields, ...filled, [field]: text });
      expect([what, answer.status]).toEqual([
        what,
        expect.toSatisfy((status) => [303, 404, 422].includes(status as number)),
      ]);
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('owned=1');
    }
  });

  it('no path with a bad id is more than a page that is not there', async () => {
    const places: [Visitor, string][] = [
      [visitor(server), '/lots/ID'],
      [visitor(server), '/lots/ID/working'],
      [visitor(server), '/cooperatives/ID'],
      [visitor(server), '/prices/ID'],
      [visitor(server), '/invitations/ID'],
      [visitor(server), '/documents/ID'],
      [visitor(server), '/api/v1/series/ID/observations'],
      [buyer, '/lots/ID/order'],
      [buyer, '/buyer/orders/ID'],
      [buyer, '/buyer/orders/ID/pay'],
      [manager, '/cooperative/lots/ID'],
      [manager, '/cooperative/lots/ID/edit'],
      [manager, '/cooperative/orders/ID'],
      [manager, '/cooperative/orders/ID/distribution'],
      [manager, '/cooperative/payouts/ID'],
      [officer, '/programme/applications/ID'],
      [officer, '/programme/lots/ID'],
      [officer, '/programme/orders/ID'],
      [officer, '/programme/payouts/ID'],
      [officer, '/programme/cooperatives/ID'],
      [officer, '/programme/indicators/ID'],
      [officer, '/programme/prices/imports/ID'],
      [officer, '/programme/prices/proposals/ID'],
      [officer, '/programme/methods/ID'],
      [officer, '/programme/method-versions/ID'],
      [visitor(server), '/methods/ID'],
    ];
    const wrong: string[] = [];
    for (const [by, place] of places) {
      for (const id of BAD_IDS) {
        const { status } = await by.get(place.replace('ID', id));
        if (status !== 404 && status !== 400) wrong.push(`${place.replace('ID', id.slice(0, 40))}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('no query of a public page breaks it', async () => {
    const wrong: string[] = [];
    const pages = [
      ['/lots', ['mineral', 'form', 'country', 'sort', 'after', 'massMin', 'massMax', 'purityMin', 'band']],
      ['/prices/wb.gold', ['range', 'from', 'to', 'asOf']],
      ['/sign-in', ['next']],
      ['/sign-up', ['next', 'email']],
      ['/api/v1/series/wb.gold/observations', ['from', 'to', 'asOf', 'knownAt', 'limit']],
    ] as const;
    for (const [page, names] of pages) {
      for (const name of names) {
        for (const [what, text] of Object.entries(GARBAGE)) {
          const query = new URLSearchParams({ [name]: text.slice(0, 8000) }).toString();
          const { status } = await visitor(server).get(`${page}?${query}`);
          if (status >= 500) wrong.push(`${page} ${name}: ${what} gives ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  function targetOf(name: string): Target {
    const target = targets.find((one) => one.name === name);
    if (!target) throw new Error(name);
    return target;
  }
});
