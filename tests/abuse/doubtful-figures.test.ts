import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '#app/platform/i18n/locales';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { signedIn, visitor, workForm } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';
import { storedRows } from './stored-rows';

/** Where the decimal mark is a comma. */
const WRITES_COMMAS: readonly Locale[] = ['fr', 'pt', 'es'];

/** The words at a figure that could be two numbers, as the page of the language has them. */
function askedAgain(locale: Locale): string {
  const words = JSON.parse(readFileSync(`app/platform/locales/${locale}.json`, 'utf8')) as {
    figure: { ambiguous: string };
  };
  const decimal = WRITES_COMMAS.includes(locale) ? '1,5' : '1.5';
  return words.figure.ambiguous.replace('{whole}', '1500').replace('{decimal}', decimal);
}

describe('a figure that could be two numbers', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const listed = await town.lot({ divisible: true, quantity: '5000' });
  const delivered = await town.orderIn('delivered');
  const payoutId = await town.payoutOf(delivered);
  const { organisationId: cooperativeId } = town.manager;

  /**
   * Forms that store what is typed: whose, where, the field, and the rest of the form as a person would fill
   * it.
   */
  const posted = [
    ['manager', '/cooperative/lots/new?product=gold/dore', 'quantity', { ask: '1000', grade: '900', currency: 'USD' }],
    ['manager', `/cooperative/lots/${listed}`, 'ask', { intent: 'reprice' }],
    ['manager', '/cooperative/costs?product=clay/bricks', 'inputs', { batch: '1000', hours: '10' }],
    ['manager', '/cooperative/members', 'contribution', { name: 'Ana Sitoe', sex: 'female', task: 'washing' }],
    ['treasurer', `/cooperative/payouts/${payoutId}`, 'received', {}],
    ['buyer', `/lots/${listed}/order`, 'quantity', { terms: 'on' }],
    ['officer', '/programme/prices/rates', 'rate', { base: 'USD', quote: 'TZS', on: '2026-06-01', source: 'The bank' }],
    ['officer', '/programme/methods/gold-dore', 'terms.fair.premium.value', { intent: 'propose' }],
    [
      'officer',
      `/programme/cooperatives/${cooperativeId}`,
      'amount',
      {
        product: 'gold/dore',
        basis: 'per-unit',
        currency: 'USD',
        unit: 'g',
        source: 'survey',
        recordedOn: '2026-01-01',
      },
    ],
    [
      'officer',
      `/programme/cooperatives/${cooperativeId}/charges`,
      'fixed',
      // Not the form that ends a charge, which stands before it.
      { intent: '', kind: 'royalty', payee: 'Ministry', basis: 'per lot', source: 'Mining Act', currency: 'USD' },
    ],
  ] as const;

  const cells = LOCALES.flatMap((locale) =>
    posted.map(([who, path, field, filled]) => ({ locale, who, path, field, filled })),
  );

  it.each(cells)('is asked about in $locale at $field of $path, and nothing is stored', async (cell) => {
    const { locale, who, path, field, filled } = cell;
    const by = await signedIn(server, { ...town[who], locale });
    const hasForm = path !== `/cooperative/lots/${listed}`;
    const form = hasForm ? workForm((await by.get(path)).text, path) : { action: path, fields: {} };
    const before = await storedRows(deps);
    for (const typed of ['1,500', '1.500']) {
      const answer = await by.post(form.action, { ...form.fields, ...filled, [field]: typed });
      expect([typed, answer.status]).toEqual([typed, 422]);
      expect(answer.text.includes(askedAgain(locale))).toBe(true);
      expect(answer.text.includes(`value="${typed}"`)).toBe(true);
    }
    expect(await storedRows(deps)).toEqual(before);
  });

  const asked = LOCALES.flatMap((locale) =>
    ['/calculator?product=gold&purity=22&amount=', '/lots?massMin='].map((path) => ({ locale, path })),
  );
  it.each(asked)('is asked about in $locale at $path', async ({ locale, path }) => {
    const says = async (typed: string) =>
      (await visitor(server, { language: locale }).get(`${path}${typed}`)).text.includes(askedAgain(locale));
    expect(await says('1,500')).toBe(true);
    expect(await says('1.500')).toBe(true);
    expect(await says('1500')).toBe(false);
    expect(await says('1.50')).toBe(false);
    expect(await says('1,50')).toBe(false);
    expect(await says('1,500.00')).toBe(false);
  });
});
