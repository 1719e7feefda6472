import type { Page } from '@playwright/test';
import { expect, test, type Demo } from '../support/demo-test';
import type { RoleName } from '../support/pages';

const OTHER_LANGUAGES = ['fr', 'pt', 'es', 'sw'];

/** What nobody translates: names (of some countries too), and what people of the demo typed themselves. */
const TYPED = `SELECT name AS text FROM "User" UNION SELECT name FROM "Organisation" UNION SELECT reason FROM "MethodVersion"
  UNION SELECT description FROM "Lot" WHERE description IS NOT NULL
  UNION SELECT payee FROM "ChargeRule" UNION SELECT basis FROM "ChargeRule"
  UNION SELECT "incotermPlace" || ' · Incoterms 2020' FROM "Lot"
  UNION SELECT place FROM "Lot" l JOIN "Organisation" o ON o.id = l."cooperativeId",
    unnest(ARRAY['Tanzania', 'Mozambique', 'Colombia', 'Madagascar', 'Rwanda', 'Uganda', 'Peru']) AS country,
    unnest(ARRAY[l."originDistrict" || ', ' || country, o.name || ' · ' || l."originDistrict" || ', ' || country]) AS place
  UNION SELECT source FROM "PriceProposal", jsonb_to_record(facts) AS f(source text) WHERE f.source IS NOT NULL
  UNION (SELECT one->>'citation' FROM "MethodVersion" v, jsonb_array_elements(v.definition->'sources') AS one WHERE NOT v.starting
    EXCEPT SELECT one->>'citation' FROM "MethodVersion" v, jsonb_array_elements(v.definition->'sources') AS one WHERE v.starting)`;

/**
 * A lot of each way in which a band is made. Every method. The calculator with each kind of result.
 * Certificates. What a cooperative is told.
 */
async function pagesAboutPrices(db: Demo['db']): Promise<[RoleName, string][]> {
  const rows = async (sql: string) => (await db.query<{ value: string }>(sql)).rows.map(({ value }) => value);
  const lots =
    await rows(`SELECT DISTINCT ON (mineral) id AS value FROM "Lot" WHERE state = 'listed' AND "bandFairMinor" IS NOT NULL
    AND mineral IN ('gold', 'copper', 'tin', 'sapphire', 'clay', 'cobalt') ORDER BY mineral, "listedAt" DESC`);
  const methods = await rows(
    `SELECT DISTINCT "methodKey" AS value FROM "MethodVersion" WHERE starting AND "methodKey" <> 'cost-plus'`,
  );
  const hashes = await rows(`SELECT e.sha256 AS value FROM "PriceEvidence" e JOIN "Order" o ON o.id = e."orderId"
    WHERE o."bandFairMinor" IS NOT NULL ORDER BY e."recordedAt" DESC LIMIT 1`);
  const local = await rows(`SELECT key AS value FROM "Series" WHERE key LIKE 'local.%' LIMIT 2`);
  const open = [
    ...lots.map((id) => `/lots/${id}`),
    ...lots.map((id) => `/lots/${id}/working`),
    ...lots.slice(0, 2).map((id) => `/lots/${id}/working?figures=full`),
    ...['/methods', ...methods.map((key) => `/methods/${key}`)],
    ...hashes.flatMap((hash) => [`/certificates/${hash}`, `/verify/${hash}`]),
    ...[
      '/calculator?product=gold&amount=10&unit=dwt&purity=22&purityUnit=karat',
      '/calculator?product=tin&amount=1&unit=t&grade=60',
    ],
    '/calculator?product=bricks&amount=10000&unit=piece&country=MZ',
    ...['/verify', '/prices', '/prices/status', '/prices/rates', '/prices/op.cobalt', '/prices/wb.gold'],
    ...local.map((key) => `/prices/${key}`),
  ];
  expect(lots.length).toBeGreaterThan(4);
  expect(local.length).toBeGreaterThan(0);
  expect(methods.length).toBeGreaterThan(12);
  return [
    ...open.map((path): [RoleName, string] => ['stranger', path]),
    ...['/cooperative', '/cooperative/bulletin', '/cooperative/costs'].map((path): [RoleName, string] => [
      'cooperative-treasurer',
      path,
    ]),
    ...['/programme/methods', '/programme/methods/copper-concentrate', '/programme/methods/bricks'].map(
      (path): [RoleName, string] => ['programme-officer', path],
    ),
  ];
}

/**
 * Every text of a page's main part that has two words or more, but for codes and titles that are marked as of
 * another language. Read from the HTML as it was sent, without drawing it: whether pages fit is measured
 * elsewhere.
 */
function textsOf(reader: Page, html: string): Promise<{ language: string; texts: string[] }> {
  return reader.evaluate((sent) => {
    const page = new DOMParser().parseFromString(sent, 'text/html');
    const main = page.querySelector('main');
    if (!main) throw new Error('The page has no main part.');
    const walker = page.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const texts = new Set<string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (!within || within.closest('[lang]:not(html), code, pre, .font-mono, option')) continue;
      const text = (node.textContent ?? '').trim();
      // Identifiers such as gold-dore/1 have no blank in them.
      if (text.split(/\s+/).filter((word) => /\p{Ll}{3,}/u.test(word)).length > 1) texts.add(text);
    }
    return { language: page.documentElement.lang, texts: [...texts] };
  }, html);
}

test('no page about prices says in another language what it says in English', async ({ browser, demo }) => {
  test.slow();
  const alike: { where: string; text: string }[] = [];
  const context = await browser.newContext();
  const reader = await context.newPage();
  const pages = await pagesAboutPrices(demo.db);
  for (const role of new Set(pages.map(([one]) => one))) {
    const cookies = (await demo.cookiesOf(role)).filter(({ name }) => name !== 'locale');
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const read = async (path: string, locale: string) => {
      const headers = { 'Accept-Language': locale, Accept: 'text/html', Cookie: cookie };
      const answer = await fetch(demo.url + path, { headers });
      expect(answer.status, path).toBe(200);
      const { language, texts } = await textsOf(reader, await answer.text());
      expect(language, path).toBe(locale);
      return texts;
    };
    for (const path of pages.filter(([one]) => one === role).map(([, one]) => one)) {
      const english = new Set(await read(path, 'en'));
      expect(english.size, path).toBeGreaterThan(1);
      for (const language of OTHER_LANGUAGES) {
        const same = (await read(path, language)).filter((text) => english.has(text));
        alike.push(...same.map((text) => ({ where: `${path} in ${language}`, text })));
      }
    }
  }
  await context.close();
  // Asked for last: other stories type while this one reads.
  const typed = new Set((await demo.db.query<{ text: string }>(TYPED)).rows.map(({ text }) => text));
  expect(alike.filter(({ text }) => !typed.has(text))).toEqual([]);
});
