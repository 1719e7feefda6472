import { gzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#app/platform/i18n/locales';
import { OPERATIONS } from '#app/front/open-data/describe/operations';
import { toGsm7 } from '#app/platform/sms/gsm7';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { localSeries } from '#app/prices/proposals/local-series';
import { defineSeries } from '#app/prices/series/define-series.server';
import { ensureSeries } from '#app/prices/imports/import-vintage.server';
import { market } from '#tests/integration/trading/market';
import { startAppServer, type AppServer } from '#tests/support/app-server';
import { testDeps, type TestDeps } from '#tests/support/test-deps';
import { visitor } from '#tests/support/visitor';

describe('public price pages', async () => {
  const deps = await testDeps();
  let server: AppServer;
  let town: Awaited<ReturnType<typeof market>>;
  beforeAll(async () => {
    server = await startAppServer(deps);
    town = await market(deps);
  });
  afterAll(() => server.close());
  const get = async (path: string, language = 'en') => {
    const answer = await visitor(server, { language }).get(path);
    return { ...answer, words: answer.text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
  };

  it.each(LOCALES)(
    'prices.txt is under 2 KB in %s, in letters of every phone, with unit, month and age',
    async (language) => {
      const { text, headers } = await get('/prices.txt', language);
      expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
      expect(Buffer.byteLength(text)).toBeLessThan(2048);
      expect(toGsm7(text)).toBe(text);
      const lines = text.split('\n').filter((line) => line.includes(' 2026-05 '));
      expect(lines).toHaveLength(12);
      for (const line of lines) expect(line).toMatch(/ [\d.,  ]+ USD\/(ozt|t|dmtu) 2026-05 .*\d/);
    },
  );

  it('the feed of a series is well-formed Atom with an entry a month', async () => {
    const { text, headers } = await get('/prices/wb.gold.atom', 'pt');
    expect(headers.get('Content-Type')).toContain('application/atom+xml');
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => names.push(name));
    parser.write(text).close();
    expect(names.filter((name) => name === 'entry')).toHaveLength(36);
    expect(text).toMatch(/Ouro, maio de 2026: 4\s?587,21\sUSD \/ ozt/u);
    expect((await get('/prices/wb.none.atom')).status).toBe(404);
  });

  it('a series is shown as it was known on an earlier day, and what is no day up to today is refused at its field', async () => {
    const before = (await get('/prices/wb.gold?knownOn=2020-01-01')).words;
    expect(before).toContain('Nothing was known on that day: at the end of 1 January 2020 Fairlode did not have any');
    const then = (await get('/prices/wb.gold?knownOn=2026-06-02')).words;
    expect(then).toContain('You see what Fairlode knew at the end of 2 June 2026');
    // The badge of today. The rule of when a price is too old speaks of days.
    const badge = /Up to date(?! for)/;
    expect((await get('/prices/wb.gold')).words).toMatch(badge);
    for (const page of [before, then]) expect(page).not.toMatch(badge);
    for (const [typed, words] of [
      ['2026-02-31', '“2026-02-31” is not a day. Write it like 2026-06-02.'],
      ['2026-06-03', 'Choose a day up to today, 2 June 2026: nobody knows yet what will be known on 3 June 2026.'],
    ] as const) {
      const refused = await get(`/prices/wb.gold?knownOn=${typed}`);
      expect(refused.status).toBe(422);
      expect(refused.words).toContain(words);
      expect(refused.words).not.toContain('You see what Fairlode knew');
      expect(refused.text).toContain(`value="${typed}"`);
    }
  });

  it('/prices names each source by its rows, and the age of every row', async () => {
    await enterOwnPrices(deps);
    const words = (await get('/prices')).words.replace(/\s+([,:])/g, '$1');
    const order = [
      'Source: World Bank Commodity Price Data (The Pink Sheet), CC BY 4.0, published 2 June 2026',
      'Monthly averages published by the World Bank',
      'Other series',
      'Source: Entered by the operator, Operator’s own record, published 1 June 2026',
      'Local prices',
      'as bought, purity not recorded',
      'April 2026 · 33 days',
      'Source: Pit traders, Geita (TZ)',
    ];
    const places = order.map((text) => words.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));

    // This site may have had another address on the day on which the price was approved.
    const listed = (await visitor(server).get('/api/v1/series')).text;
    const { series } = JSON.parse(listed) as { series: { key: string; pageUrl: string }[] };
    const local = series.find(({ key }) => key === 'local.tz.geita.gold');
    expect(local?.pageUrl).toBe(`${server.url}/prices/local.tz.geita.gold`);
    const page = await get('/prices/local.tz.geita.gold');
    expect(page.text).not.toContain('old.example.org');
    expect(page.words).toContain('TZS per g · as bought, purity not recorded');
    expect((await get('/prices.txt')).text).toContain(
      'Pit traders, Geita (TZ), as bought, purity not recorded: 309,500 TZS',
    );
  });

  it.each(LOCALES.filter((one) => one !== 'en'))(
    'what came with the product as data is said in %s: in prices.txt, and in the credit of local prices',
    async (language) => {
      const english = ['Pit traders', 'Own record', 'Entered by', 'recorded by staff'];
      const { text } = await get('/prices.txt', language);
      const { words } = await get('/prices/local.tz.geita.gold', language);
      expect(text).toContain('Geita (TZ)');
      expect(words).toContain('A programme');
      for (const said of [text, words]) expect(english.filter((one) => said.includes(one))).toEqual([]);
    },
  );

  it('a method’s example says where its prices are from, by the name of the series', async () => {
    const { words } = await get('/methods/gold-dore');
    expect(words).toContain('A made-up lot, with the prices known on 2 June 2026.');
    expect(words).toMatch(
      /Prices in this sum Gold \( ?wb\.gold ?\) ?: ?USD 4,587\.21 per troy ounce, average of May 2026, World Bank/,
    );
    expect((await get('/calculator?product=gold&amount=10&unit=g&purity=22&purityUnit=karat')).words).toMatch(
      /Gold \( ?wb\.gold ?\) ?: ?USD/,
    );
  });

  it('the calculator gives the band that the formula gives, the same by any weight and purity', async () => {
    const alike = [
      'amount=1000&unit=g&purity=900&purityUnit=permil',
      'amount=1&unit=kg&purity=90&purityUnit=%25',
      'amount=1%C2%A0000,0&unit=g&purity=21,6&purityUnit=karat',
    ];
    for (const query of alike) {
      const { words, text } = await get(`/calculator?product=gold&${query}&offer=120000`);
      for (const figure of ['126,097.30', '127,897.30', '138,134.00']) expect(words).toContain(figure);
      expect(words).toContain('USD 120,000.00 is 4.8% under the floor: USD 6,097.30 less.');
      expect(words).toMatch(/average of May 2026, World Bank/);
      expect(gzipSync(text).length).toBeLessThan(40_000);
    }
  });

  it('the calculator says of karat that does not end that its fineness is only near', async () => {
    const near = async (more: string) =>
      (await get(`/calculator?product=gold&amount=10&unit=g&purityUnit=karat&${more}`)).words;
    for (const figures of ['', '&figures=full']) {
      expect(await near(`purity=22${figures}`)).toMatch(/22 ÷ 24 × 1,?000 ≈ 916\.666667 ?‰/);
      expect(await near(`purity=18${figures}`)).toMatch(/18 ÷ 24 × 1,?000 = 750 ?‰/);
    }
  });

  it('the calculator keeps what was typed, says what to do, and never guesses a rate', async () => {
    const { status, text, words } = await get('/calculator?product=gold&amount=%22%3E%3Cscript%3E&unit=tola&purity=25');
    expect(status).toBe(200);
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(text).toMatch(/<option value="tola" selected/);
    expect(words).toContain('Write a plain number with digits');
    expect(words).toContain('This can be 24 at most');
    const elsewhere = await get('/calculator?product=gold&amount=1&unit=g&purity=24&purityUnit=karat&currency=PGK');
    expect(elsewhere.words).toContain('No exchange rate from USD to PGK is known');
    expect(elsewhere.words).toContain('For all of it, in USD');
    expect((await get('/calculator?product=stones&amount=3')).words).toContain('Too few verified sales');
  });

  it('the page about the API is a page, and shows every address', async () => {
    const answer = await visitor(server).get('/api', { Accept: 'text/html' });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const { path } of OPERATIONS) expect(answer.text).toContain(path);
  });

  it('evidence is open to whoever has its hash, and tells of no person and no buyer', async () => {
    const orderId = await town.orderIn('paid');
    const { sha256 } = await deps.db.priceEvidence.findFirstOrThrow({ where: { orderId } });
    const people = await deps.db.user.findMany({ select: { name: true, email: true } });
    const buyers = await deps.db.organisation.findMany({ where: { kind: 'buyer' }, select: { name: true, id: true } });
    const secrets = [
      ...people.flatMap(({ name, email }) => [name, email]),
      ...buyers.flatMap(({ name, id }) => [name, id]),
    ];
    for (const path of [`/verify/${sha256}`, `/certificates/${sha256}`, `/certificates/${sha256}/certificate.json`]) {
      const { status, text } = await get(path);
      expect(status).toBe(200);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
    for (const path of ['/verify?hash=hello', '/verify/hello'])
      expect((await get(path)).words).toContain('This is no hash');
    expect((await get(`/verify/${'0'.repeat(64)}`)).words).toContain('This hash is not known here');
    expect((await get(`/verify/${sha256}`)).words).toContain('Everything fits');
    expect((await get(`/verify?hash=${sha256.toUpperCase()}%20`)).location).toBe(`/verify/${sha256}`);
    expect((await get('/verify/%00')).status).toBe(400);
    expect((await get(`/certificates/${'0'.repeat(64)}/certificate.pdf`)).status).toBe(404);
  });

  it('/prices names the day of each figure where a publication did not hold them all', async () => {
    deps.clock.set('2026-07-02T08:00:00Z');
    await importVintage(deps, {
      ...{ source: 'test', fileName: 'part', importedBy: 'test', sha256: 'e'.repeat(64), publishedOn: '2026-07-02' },
      figures: [{ series: 'wb.copper', period: '2026-06', value: '9800' }],
    });
    const words = (await get('/prices')).words.replace(/\s+([,:])/g, '$1');
    expect(words).toContain(
      'CC BY 4.0 · Copper: published 2 July 2026 · Tin, Lead, Zinc, Nickel, Aluminium: published 2 June 2026',
    );
    // Of the precious metals none was in it. The card below speaks for all, and names no day.
    expect(words).toContain('CC BY 4.0, published 2 June 2026');
    expect(words).not.toMatch(/Published \d/);
  });
});

/** A price of an operator and one of traders at a pit, the latter kept with an address of long ago. */
async function enterOwnPrices(deps: TestDeps): Promise<void> {
  await ensureSeries(deps.db, ['op.cobalt']);
  const place = { commodity: 'gold', country: 'TZ', district: 'Geita', currency: 'TZS', per: 'g' } as const;
  const facts = { ...place, price: '309500', on: '2026-04-16', source: 'Four traders' };
  const key = 'local.tz.geita.gold';
  const series = localSeries(facts, { key, programmeName: 'A programme' });
  await defineSeries(deps.db, { ...series, pageUrl: `http://old.example.org:3000/prices/${key}` });
  const file = { source: 'test', fileName: 'own', importedBy: 'test' };
  await importVintage(deps, {
    ...file,
    sha256: 'c'.repeat(64),
    publishedOn: '2026-06-01',
    figures: [{ series: 'op.cobalt', period: '2026-05', value: '19' }],
  });
  await importVintage(deps, {
    ...file,
    sha256: 'd'.repeat(64),
    publishedOn: '2026-04-16',
    figures: [{ series: key, period: '2026-04', value: '309500' }],
  });
}
