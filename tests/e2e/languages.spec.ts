import { brokenWords, stickingOut } from '../support/browse';
import { expect, test } from '../support/demo-test';
import { addressesOf } from '../support/page-addresses';
import { pagesOf, type RoleName } from '../support/pages';

const READERS: RoleName[] = ['stranger', 'cooperative-treasurer'];
const OTHER_LANGUAGES = ['pt', 'fr', 'es', 'sw'];

test.describe.configure({ mode: 'parallel' });

// Words are longer than in English: what fits there may push a small phone's page sideways here, or be cut in
// two.
for (const role of READERS) {
  for (const language of OTHER_LANGUAGES) {
    test(`every page of ${role} fits 320 px in ${language}`, async ({ browser, demo }) => {
      test.slow();
      const context = await browser.newContext({
        viewport: { width: 320, height: 640 },
        javaScriptEnabled: false,
        locale: language,
      });
      await context.addCookies((await demo.cookiesOf(role)).filter(({ name }) => name !== 'locale'));
      const page = await context.newPage();
      for (const path of pagesOf(role)) {
        const [first] = await addressesOf(demo.db, demo.viewer(role), path);
        if (!first) continue;
        await page.goto(demo.url + first.address);
        expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(language);
        expect.soft(await stickingOut(page), `${path} in ${language}`).toEqual([]);
        expect.soft(await brokenWords(page), `words of ${path} in ${language}`).toEqual([]);
      }
      await context.close();
    });
  }
}

test('on a phone a badge under its name keeps clear of the line below', async ({ browser, demo }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'sw' });
  await context.addCookies((await demo.cookiesOf('cooperative-treasurer')).filter(({ name }) => name !== 'locale'));
  const page = await context.newPage();
  await page.goto(`${demo.url}/cooperative/costs`);
  const air = await page
    .locator('main li:has(a[href*="product="])')
    .evaluateAll((rows) =>
      rows.map(
        (row) => row.getBoundingClientRect().bottom - (row.lastElementChild?.getBoundingClientRect().bottom ?? 0),
      ),
    );
  expect(air.length).toBeGreaterThan(0);
  expect(Math.min(...air)).toBeGreaterThanOrEqual(6);
  await context.close();
});
