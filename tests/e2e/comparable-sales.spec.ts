import { expect, test } from '../support/demo-test';

/**
 * What a lot of stones was compared with: sales of the same size and country, of all sizes of the country, of
 * all countries. The page says which of them it was, and why. The demo has no country with three sellers of
 * one kind of stone.
 */
test('a lot of stones says which sales it was compared with', async ({ demo, request }) => {
  const list = await (await request.get(`${demo.url}/lots?mineral=sapphire&form=cut`)).text();
  const ids = new Set([...list.matchAll(/href="\/lots\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''));
  const said: Record<string, string> = {
    '(same size and country;': 'exact',
    '(all sizes of this country, as there are too few of this size;': 'any-size',
    '(all sizes and countries, as there are too few of this size or country;': 'any-country',
  };
  const widths = new Set<string>();
  for (const id of ids) {
    const page = await (await request.get(`${demo.url}/lots/${id}`, { headers: { 'Accept-Language': 'en' } })).text();
    const [, sellers, buyers, words] =
      /verified sales of (\d+) sellers to (\d+) buyers, [^(]*(\([^;]+;)/.exec(page) ?? [];
    if (words === undefined) continue;
    expect(Number(sellers), id).toBeGreaterThanOrEqual(3);
    expect(Number(buyers), id).toBeGreaterThanOrEqual(3);
    expect(said, id).toHaveProperty([words]);
    widths.add(said[words] ?? '');
  }
  expect([...widths]).toEqual(['any-country']);
});

test('no cohort of the demo is thinner than the rule', async ({ demo }) => {
  const { rows } = await demo.db.query<{ orders: number; sellers: number; buyers: number }>(
    `SELECT count(*)::int AS orders, count(DISTINCT s."sellerId")::int AS sellers, count(DISTINCT s."buyerId")::int AS buyers
       FROM "SaleCohort" c JOIN "CohortSale" m ON m."cohortId" = c.id JOIN "ComparableSale" s ON s.id = m."saleId" GROUP BY c.id`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ orders, sellers, buyers }) => orders < 5 || sellers < 3 || buyers < 3)).toEqual([]);
});
