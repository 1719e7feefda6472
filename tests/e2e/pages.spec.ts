import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { stickingOut, watchForProblems } from '../support/browse';
import { expect, test, type Demo } from '../support/demo-test';
import { addressesOf } from '../support/page-addresses';
import { pagesOf, ROLE_NAMES, type RoleName } from '../support/pages';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE = { width: 320, height: 640 };
const LAPTOP = { width: 1280, height: 900 };

// Every test only looks: they share a browser window for each role, with scripts and without.
test.describe.configure({ mode: 'parallel' });

type Window = { page: Page; problems: string[] };
const windows = new Map<string, Promise<Window>>();

function windowOf(browser: Browser, demo: Demo, role: RoleName, scripts: boolean): Promise<Window> {
  const key = `${role} ${scripts}`;
  const known = windows.get(key);
  if (known) return known;
  const opening = (async () => {
    const context = await browser.newContext({ viewport: PHONE, locale: 'en-GB', javaScriptEnabled: scripts });
    await context.addCookies(await demo.cookiesOf(role));
    const page = await context.newPage();
    return { page, problems: watchForProblems(page) };
  })();
  windows.set(key, opening);
  return opening;
}

/** The checker was typed against another release of the same browser driver. */
type CheckedPage = ConstructorParameters<typeof AxeBuilder>[0]['page'];

/**
 * Breaches of WCAG 2.2 AA, each with the first places where it is. The checker's legacy mode looks at one
 * frame only, and no page of ours has another. It needs no second page, and half the time.
 */
async function breaches(page: Page): Promise<string[]> {
  expect(page.frames(), 'no frames').toHaveLength(1);
  const { violations } = await new AxeBuilder({ page: page as Page & CheckedPage })
    .options({ runOnly: STANDARD, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes
        .slice(0, 3)
        .map(({ html }) => html)
        .join(' | ')})`,
  );
}

const seenWide = new Set<string>();
const seenByKind = new Set<string>();
const OWN_PAGES = /^\/(cooperative|buyer|programme)(\/|$)/;

for (const role of ROLE_NAMES) {
  for (const path of pagesOf(role)) {
    // The wide layout of a page is the same for every role but for its header: one role shows it.
    const checkWide = !seenWide.has(path);
    seenWide.add(path);
    // What everybody may read differs by kind of organisation (the menu), not by role: one role of a kind
    // looks at it. That it opens for the others too is in the budgets, which ask for every page in every
    // role.
    const kindSeesIt = `${role.split('-')[0]} ${path}`;
    if (!OWN_PAGES.test(path) && seenByKind.has(kindSeesIt)) continue;
    seenByKind.add(kindSeesIt);

    test(`${path} is whole for ${role}`, async ({ browser, demo }) => {
      test.slow();
      const addresses = await addressesOf(demo.db, demo.viewer(role), path);
      expect(addresses, 'the demo has something to show here').not.toHaveLength(0);
      const { page, problems } = await windowOf(browser, demo, role, true);
      const bare = await windowOf(browser, demo, role, false);
      for (const { address } of addresses) {
        await page.setViewportSize(PHONE);
        const answer = await page.goto(demo.url + address);
        expect.soft(answer?.status(), address).toBe(200);
        expect.soft(new URL(page.url()).pathname, 'no redirect').toBe(address);
        expect.soft(await stickingOut(page), `${address} at 320 px`).toEqual([]);
        expect.soft(await breaches(page), `${address} at 320 px`).toEqual([]);
        if (checkWide) {
          await page.setViewportSize(LAPTOP);
          expect.soft(await stickingOut(page), `${address} at 1280 px`).toEqual([]);
          expect.soft(await breaches(page), `${address} at 1280 px`).toEqual([]);
        }
        expect.soft(problems.splice(0), address).toEqual([]);

        expect.soft((await bare.page.goto(demo.url + address))?.status(), `${address} without scripts`).toBe(200);
        expect.soft(await stickingOut(bare.page), `${address} at 320 px without scripts`).toEqual([]);
        expect.soft(bare.problems.splice(0), `${address} without scripts`).toEqual([]);
      }
    });
  }
}
