import { afterAll, describe, expect, it } from 'vitest';
import { openPageCache } from '#app/platform/serve/page-cache/page-cache.server';
import { startAppServer } from '#tests/support/app-server';
import { rawSocket } from '#tests/support/raw-socket';
import { testDeps } from '#tests/support/test-deps';
import { sessionCookie } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';

describe('addresses, hosts and cookies that are read twice', { timeout: 120_000 }, async () => {
  const deps = await testDeps();
  const cache = openPageCache({ url: deps.databaseUrl, log: deps.log, clock: deps.clock });
  await cache.ready;
  const server = await startAppServer(deps, { pageCache: cache.handler });
  const town = await market(server.deps);
  const buyer = await sessionCookie(server.deps, town.buyer);
  const { host, hostname } = new URL(server.url);
  afterAll(async () => {
    await server.close();
    await cache.stop();
  });

  /** The answer to a request whose first line and headers are as they stand here. */
  async function ask(target: string, headers: Record<string, string> = {}, method = 'GET') {
    const socket = rawSocket(server.url);
    const lines = Object.entries({ Host: host, 'Accept-Language': 'en', Connection: 'close', ...headers });
    socket.send(
      `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    const answer = await socket.answer();
    socket.close();
    return { status: answer?.status, body: answer?.body ?? '', headers: answer?.headers ?? new Headers() };
  }

  it.each([
    ['another name', 421, { Host: 'evil.example' }],
    ['a look-alike', 421, { Host: `${hostname}.evil.example` }],
    ['what is no name', 400, { Host: 'x/sign-up?' }],
    ['a name with a person', 400, { Host: `me@${host}` }],
    ['nothing', 400, { Host: '' }],
    ['a port that there is not', 400, { Host: '127.0.0.1:99999' }],
    ['a number that is no address', 400, { Host: '127.999.999.999' }],
    ['another name by a proxy', 421, { 'X-Forwarded-Host': 'evil.example' }],
    ['an address by a proxy', 400, { 'X-Forwarded-Host': 'x/sign-up?a=' }],
    ['no protocol there is', 400, { 'X-Forwarded-Proto': 'javascript' }],
  ])('%s as host is %i, at pages, at what is kept, and at the API', async (_, status, headers) => {
    for (const target of ['/', '/prices', '/sign-in', '/verify']) {
      const answer = await ask(target, { Accept: 'text/html', ...headers });
      expect([target, answer.status]).toEqual([target, status]);
      expect(answer.body).not.toMatch(/evil\.example|sign-up\?/);
    }
    const problem = await ask('/api/v1/series', headers);
    expect([problem.status, problem.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const clean = await ask('/prices');
    expect([clean.status, clean.body.includes('evil')]).toEqual([200, false]);
  });

  it.each(['/lots?_data=routes%2Fx', '/?_data=', '/programme/methods/%00', '/lots/%0A', '/sandbox/pay/%00'])(
    '%s is refused in words, and nothing breaks',
    async (target) => {
      for (const method of ['GET', 'POST']) {
        const answer = await ask(target, { Accept: 'text/html', Origin: server.url, 'Content-Length': '0' }, method);
        expect([method, answer.status]).toEqual([method, 400]);
        expect(answer.body).toContain('<html lang="en"');
      }
    },
  );

  it('paths are read letter by letter, those of the watchers too', async () => {
    const answers = [];
    for (const target of ['/healthz', '/Healthz', '/healthz/', '/readyz/']) answers.push((await ask(target)).status);
    expect(answers).toEqual([200, 404, 404, 404]);
  });

  const notice = (value: unknown) =>
    `notice=${encodeURIComponent(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'))}`;
  it.each([
    ['without what it names', { messageKey: 'identity:notice.invited', tone: 'success' }],
    ['of no words', { messageKey: 'platform:error', tone: 'success' }],
    ['with odd params', { messageKey: 'identity:notice.invited', params: 'x', tone: 'success' }],
    [
      'with params that ask for more',
      { messageKey: 'platform:error.home', params: { returnDetails: true }, tone: 'info' },
    ],
    ['of an unknown tone', { messageKey: 'identity:notice.switched', tone: 'x' }],
    ['that is no JSON', '{'],
    ['that is a list', []],
  ])('a notice %s is none, and the page is whole', async (_, value) => {
    const answer = await ask('/lots', { Accept: 'text/html', Cookie: notice(value) });
    expect(answer.status).toBe(200);
    const shown = (body: string) => body.split('role="status"').length;
    expect(shown(answer.body)).toBe(shown((await ask('/lots', { Accept: 'text/html' })).body));
    expect(answer.body).not.toMatch(/identity:|platform:/);
  });

  it('a page that failed after a form names the test payments, and has the way on', async () => {
    const form = { 'Content-Length': '0', 'Content-Type': 'application/x-www-form-urlencoded' };
    const cookie = { Cookie: buyer, Origin: server.url, Accept: 'text/html', ...form };
    for (const [target, status] of [
      ['/nope', 404],
      ['/buyer/orders/0190a5e0-0000-7000-8000-000000000000', 404],
      ['/lots', 405],
    ] as const) {
      const { body, ...answer } = await ask(target, cookie, 'POST');
      expect([target, answer.status]).toEqual([target, status]);
      expect(body).toContain('Payments are test payments.');
    }
    const { body } = await ask('/buyer/orders/0190a5e0-0000-7000-8000-000000000000', cookie, 'POST');
    expect(body).toContain('href="/buyer/orders"');
  });

  it('two hosts are none', async () => {
    const socket = rawSocket(server.url);
    socket.send(`GET /prices HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n\r\n`);
    expect((await socket.answer())?.status).toBe(400);
    socket.close();
  });

  it('of two cookies of one name the page and the page that is kept go by the same', async () => {
    const languageOf = async (headers: Record<string, string>) => {
      const { body } = await ask('/prices', { 'Accept-Language': 'en', ...headers });
      return /<html lang="(\w+)"/.exec(body)?.[1];
    };
    for (let time = 0; time < 2; time += 1) {
      expect(await languageOf({ Cookie: 'locale=fr; locale=sw' })).toBe('fr');
      expect(await languageOf({ Cookie: 'locale=sw; locale=fr' })).toBe('sw');
      expect(await languageOf({ Cookie: 'locale=sw' })).toBe('sw');
      expect(await languageOf({ Cookie: 'locale=x' })).toBe('en');
      expect(await languageOf({})).toBe('en');
    }
  });

  it('nothing that one reader adds to an address reaches the page of the next', async () => {
    const first = await ask('/verify?hash=&note=onlyMine');
    const next = await ask('/verify?hash=');
    expect([first.status, next.status]).toEqual([200, 200]);
    expect([first.body.includes('onlyMine'), next.body.includes('onlyMine')]).toEqual([false, false]);
  });

  it.each([
    '/Buyer/application',
    '/BUYER/orders',
    '/Lots',
    '/Api/v1/series',
    '/API',
    '/Webhooks/stripe',
    '/Sign-In',
    '/prices/WB.gold',
  ])('%s is no page: letters are what they are', async (target) => {
    expect((await ask(target, { Cookie: buyer })).status).toBe(404);
  });

  it.each([
    ['/lots/%', 400],
    ['/lots/%zz', 400],
    ['/lots/%C0%AF', 400],
    ['/lots/%00', 400],
    ['/lots?mineral=%', 200],
    ['/lots?%FF=%FE', 200],
    ['/lots?mineral[]=gold&mineral[a]=b&__proto__=x', 200],
    ['/lots?mineral=gold;form=bar', 200],
    ['/lots#x', 400],
    ['http://evil.example/lots', 400],
    ['//evil.example/lots', 400],
    ['/lots/..;/x', 404],
    [`/lots?${'a&'.repeat(3_000)}`, 200],
    ['/assets/%', 400],
    ['/assets/..%2f..%2fpackage.json', 400],
    ['/assets/%00', 400],
  ])('%s is %i', async (target, status) => {
    expect((await ask(target)).status).toBe(status);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'MKCOL', 'SEARCH', 'PURGE', 'LINK'])(
    '%s is no method of a page, and says which are',
    async (method) => {
      for (const target of ['/lots', '/buyer/application', '/nowhere', '/favicon.svg', '/prices']) {
        const { status, headers } = await ask(target, { Cookie: buyer, Origin: server.url }, method);
        expect([target, status, headers.get('allow')]).toEqual([target, 405, 'GET, HEAD, POST']);
      }
      expect((await ask('/api/v1/series', {}, method)).status).toBe(method === 'OPTIONS' ? 204 : 405);
      const { status, headers } = await ask('/webhooks/stripe', {}, method);
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    },
  );

  it('what is no method is refused by the reader of requests', async () => {
    for (const method of ['FOO', 'get', 'G E T']) expect((await ask('/lots', {}, method)).status).toBe(400);
  });
});
