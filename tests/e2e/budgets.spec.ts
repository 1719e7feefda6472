import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { freePort } from '../../app/platform/postgres/free-port.server';
import { expect, test as base } from '../support/demo-test';
import { fetchRaw, type RawAnswer } from '../support/fetch-raw';
import { addressesOf } from '../support/page-addresses';
import { pagesOf, ROLE_NAMES, type RoleName } from '../support/pages';

const MOST_BYTES = 60 * 1024;
const ONE_SCRIPT = ['/enhance.js'];

/** Pages whose first view is bounded by the budget for prepaid data. */
const LIGHT_PAGES: [RoleName, string][] = [
  ['stranger', '/'],
  ['stranger', '/prices'],
  ['stranger', '/prices/:seriesKey'],
  ['stranger', '/calculator'],
  ['stranger', '/verify'],
  ['stranger', '/verify/:hash'],
  ['stranger', '/certificates/:hash'],
  ['stranger', '/lots'],
  ['stranger', '/lots/:lotId'],
  ['stranger', '/sign-in'],
  ['cooperative-treasurer', '/cooperative'],
  ['cooperative-treasurer', '/cooperative/lots'],
  ['cooperative-treasurer', '/cooperative/orders'],
  ['cooperative-treasurer', '/cooperative/orders/:orderId'],
  ['cooperative-treasurer', '/cooperative/payouts/:payoutId'],
  ['buyer-purchaser', '/lots/:lotId/order'],
  ['buyer-purchaser', '/buyer/orders/:orderId'],
];

/**
 * Statements that a page may take, the one for who is there included. Lists show twenty rows and more, so
 * that one statement for each row would break every bound here.
 */
const USUAL_STATEMENTS = 9;
const MOST_STATEMENTS: Record<string, number> = {
  '/lots': 3,
  '/prices': 3,
  '/programme': 5,
  '/programme/orders': 5,
  '/cooperative/orders': 5,
  '/buyer/orders': 5,
  // A band reads its method, and by cost its sales, costs and rates. Here for the lot and again for the order
  // that is planned.
  '/lots/:lotId': 19,
  // Besides the band: the charges by which an order would be refused, or an offer be worth less, the
  // royalty's standing, the band's history and what was said to an ask under the floor.
  '/cooperative/lots/:lotId': 15,
  '/cooperative/lots/:lotId/edit': 17,
  '/programme/lots/:lotId': 10,
  // Besides the order that is planned: what this buyer has ordered already and not paid.
  '/lots/:lotId/order': 10,
  // Besides what waits: the newest lot of each mineral, all series, all methods and one rate, each read once.
  '/cooperative': 21,
  // With what came of a transfer and is not used.
  '/cooperative/orders/:orderId': 17,
  '/buyer/orders/:orderId': 17,
  '/buyer/orders/:orderId/pay': 17,
  '/programme/orders/:orderId': 20,
  '/programme/applications/:organisationId': 14,
  // Each kind of work is a list and its number. An officer's has persons to confirm and payments in question
  // too.
  '/programme/work': 24,
  // The order's page, and what left its payment again with the papers that answer a bank.
  '/programme/orders/:orderId/dispute': 25,
  // Besides the payout and its people: what changed since it was prepared, its rest, and a rate.
  '/programme/payouts/:payoutId': 15,
  '/cooperative/payouts/:payoutId': 11,
};

const test = base.extend<object, { counted: string }>({
  /** The same pages from a server that counts its statements, for one reader at a time. */
  counted: [
    async ({ demo: _ }, use) => {
      const [port, sandboxPort] = [await freePort(), await freePort()];
      const child = fork('tests/support/counted-server.ts', {
        execArgv: ['--import', 'tsx'],
        env: {
          ...process.env,
          DATABASE_URL: process.env['E2E_DATABASE_URL'],
          SESSION_SECRET: randomBytes(32).toString('hex'),
          IDENTITY_KEY: randomBytes(32).toString('hex'),
          ...{
            NODE_ENV: 'production',
            DEMO: '1',
            ALLOW_DEMO: '1',
            LOG_LEVEL: 'error',
            PORT: String(port),
            SANDBOX_PORT: String(sandboxPort),
          },
        },
      });
      const url = await new Promise<string>((resolve, reject) => {
        child.once('message', (message) => resolve(String(message)));
        child.once('exit', (code) => reject(new Error(`The counting server ended (${code ?? 'killed'}).`)));
      });
      await use(url);
      child.disconnect();
    },
    { scope: 'worker' },
  ],
});

function cookieHeader(cookies: { name: string; value: string }[]): Record<string, string> {
  return cookies.length > 0 ? { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') } : {};
}

function sources(html: string, tag: RegExp): string[] {
  return [...html.matchAll(tag)].map(([, source = '']) => source);
}

const SCRIPTS = /<script\b(?:[^>]*\ssrc="([^"]+)")?[^>]*>/g;
const STYLES = /<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g;
const EARLY = /<link\b[^>]*rel="(?:modulepreload|preload)"[^>]*href="([^"]+)"/g;

test.describe('bytes over the wire', () => {
  for (const [role, path] of LIGHT_PAGES) {
    test(`${path} for ${role} is at most 60 KB with its styles and its one script`, async ({ demo }) => {
      const addresses = await addressesOf(demo.db, demo.viewer(role), path);
      expect(addresses).not.toHaveLength(0);
      for (const { address } of addresses) {
        const page = await fetchRaw(demo.url + address, cookieHeader(await demo.cookiesOf(role)));
        expect(page.status, address).toBe(200);
        expect(page.headers['content-encoding'], address).toBe('gzip');
        const files = [...sources(page.text, STYLES), ...sources(page.text, SCRIPTS), ...sources(page.text, EARLY)];
        const answers = await Promise.all(files.map((file) => fetchRaw(demo.url + file)));
        expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
        const bytes = [page, ...answers].reduce((sum, { wireBytes }) => sum + wireBytes, 0);
        expect(bytes, `${address}: ${page.wireBytes} of the page, ${files.join(', ')}`).toBeLessThanOrEqual(MOST_BYTES);
      }
    });
  }
});

for (const role of ROLE_NAMES) {
  test(`scripts and statements of every page for ${role}`, async ({ demo, counted }) => {
    test.slow();
    const cookies = cookieHeader(await demo.cookiesOf(role, counted));
    for (const path of pagesOf(role)) {
      for (const { address } of await addressesOf(demo.db, demo.viewer(role), path)) {
        const page = await fetchRaw(counted + address, cookies);
        expect.soft(page.status, address).toBe(200);
        expect.soft(sources(page.text, SCRIPTS), address).toEqual(ONE_SCRIPT);
        expect
          .soft(statementsOf(page), `statements of ${path}`)
          .toBeLessThanOrEqual(MOST_STATEMENTS[path] ?? USUAL_STATEMENTS);
        const lite = await fetchRaw(counted + address, { ...cookies, 'Save-Data': 'on' });
        expect.soft(sources(lite.text, SCRIPTS), `${address} with the data saver`).toEqual([]);
      }
    }
  });
}

test('a longer list of lots takes no more statements than a short one', async ({ counted }) => {
  const few = await fetchRaw(`${counted}/lots?mineral=silver`);
  const many = await fetchRaw(`${counted}/lots`);
  const cards = ({ text }: RawAnswer) => text.split('<article').length - 1;
  expect(cards(few)).toBeGreaterThan(0);
  expect(cards(many)).toBeGreaterThanOrEqual(3 * cards(few));
  expect(statementsOf(many)).toBe(statementsOf(few));
});

function statementsOf({ headers }: RawAnswer): number {
  return Number(headers['x-statements']);
}
