import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { rawSocket, type RawSocket } from '#tests/support/raw-socket';
import { testDeps } from '#tests/support/test-deps';
import { sessionCookie } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';
import { storedRows } from './stored-rows';

const KIB = 1024;
const MIB = 1024 * KIB;
const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';

describe('bodies that are not what a form of ours is', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps, url } = server;
  const town = await market(deps);
  const cookie = await sessionCookie(deps, town.buyer);
  const lotId = await town.lot();
  const { host } = new URL(url);
  const open: RawSocket[] = [];
  const connection = (): RawSocket => {
    const socket = rawSocket(url);
    open.push(socket);
    return socket;
  };
  afterAll(async () => {
    for (const socket of open) socket.close();
    await server.close();
  });

  type Head = { type?: string | null; length?: number | null; method?: string; headers?: Record<string, string> };
  function head(path: string, { type = FORM, length = 0, method = 'POST', headers = {} }: Head = {}): string {
    const all = {
      Host: host,
      Origin: url,
      Cookie: cookie,
      ...(type === null ? {} : { 'Content-Type': type }),
      ...(length === null ? {} : { 'Content-Length': String(length) }),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  }

  /** How often the database was asked who is there meanwhile. */
  async function sessionsRead(work: () => Promise<unknown>): Promise<number> {
    const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown };
    const { query } = prototype;
    let count = 0;
    prototype.query = function counted(...args) {
      const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
      if (text.includes('"Session"')) count += 1;
      return query.apply(this, args);
    };
    await work().finally(() => (prototype.query = query));
    return count;
  }

  it('counts a session that is read', async () => {
    const asked = () => fetch(`${url}/lots`, { headers: { Cookie: cookie } });
    expect(await sessionsRead(asked)).toBe(1);
  });

  const PLACES = ['/lots', '/sign-in', '/buyer/application', `/lots/${lotId}/order`, '/sandbox/pay/cs_1', '/nowhere'];

  it.each(PLACES)(
    'at %s a flood is refused by its length, of which nothing is read and nobody is asked for',
    async (path) => {
      for (const length of [MIB, 4 * MIB, 70 * MIB]) {
        const socket = connection();
        const asked = await sessionsRead(async () => {
          // No more than its beginning is ever sent.
          socket.send(`${head(path, { length })}${'a&'.repeat(500)}`);
          const answer = await socket.answer();
          expect([length, answer?.status, answer?.headers.get('connection')]).toEqual([length, 413, 'close']);
        });
        expect(asked).toBe(0);
        socket.close();
      }
    },
  );

  it.each(PLACES)('at %s more fields than any form has are refused before anybody asks who sent them', async (path) => {
    const part = '--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n';
    const bodies: [string, string][] = [
      [FORM, 'a&'.repeat(1_001)],
      [FORM, 'a&'.repeat(32 * KIB - 1)],
      [MULTIPART, `${part.repeat(1_300)}--x--\r\n`],
      [MULTIPART, `${part.repeat(80_000)}--x--\r\n`],
    ];
    for (const [type, body] of bodies) {
      const socket = connection();
      const asked = await sessionsRead(async () => {
        socket.send(head(path, { type, length: body.length }));
        socket.send(body);
        expect([type, body.length, (await socket.answer())?.status]).toEqual([type, body.length, 413]);
      });
      expect(asked).toBe(0);
      socket.close();
    }
  });

  const file = (name: string, size: number) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.pdf"\r\n\r\n${'x'.repeat(size)}\r\n`;
  const field = (name: string, size: number) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${'x'.repeat(size)}\r\n`;
  it.each([
    ['parts behind a file', `${file('a', 70 * KIB)}${field('a', 0).repeat(2_000)}`],
    ['files', file('a', 10).repeat(7)],
    ['headers of a part', `--x\r\nContent-Disposition: form-data; name="a"\r\nX-Y: ${'z'.repeat(5_000)}\r\n\r\n1\r\n`],
    ['a field', field('note', 17 * KIB)],
    ['all fields', field('note', 15 * KIB).repeat(5)],
    ['the name of a field', field('n'.repeat(70 * KIB), 1)],
  ])('too much of a multipart form, %s, is refused and stores nothing', async (_, parts) => {
    const before = await storedRows(deps);
    const response = await fetch(`${url}/lots/${lotId}/order`, {
      method: 'POST',
      body: `${parts}--x--\r\n`,
      headers: { 'Content-Type': MULTIPART, Cookie: cookie, Origin: url, 'Accept-Language': 'en' },
    });
    expect(response.status).toBe(413);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('a form as long as ours may be is read', async () => {
    const body = `${'a&'.repeat(995)}quantity=x&terms=on`;
    const response = await fetch(`${url}/lots/${lotId}/order`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': FORM, Cookie: cookie, Origin: url },
    });
    expect(response.status).toBe(422);
  });

  type Guard = [what: string, status: number, path: string, head: Head];
  const json = { type: 'application/json' };
  const GUARDS: Guard[] = [
    ['another kind', 415, `/lots/${lotId}/order`, json],
    ['a zipped form', 415, `/lots/${lotId}/order`, { headers: { 'Content-Encoding': 'gzip' } }],
    ['no boundary', 415, `/lots/${lotId}/order`, { type: 'multipart/form-data' }],
    ['another site', 403, `/lots/${lotId}/order`, { headers: { Origin: 'https://evil.example' } }],
    ['another method', 405, '/lots', { method: 'PUT' }],
    ['a page without a form', 405, '/prices', { type: MULTIPART }],
    ['no such page', 404, '/nowhere', { type: MULTIPART }],
    ['an odd path', 400, '/lots//x', {}],
    ['another host', 421, '/lots', { headers: { Host: 'evil.example' } }],
    ['no host', 400, '/lots', { headers: { Host: 'a b' } }],
    ['an ended session', 307, '/buyer/application', { type: MULTIPART, headers: { Cookie: 'a=b' } }],
    ['another role', 403, '/programme/payouts/new', { type: MULTIPART }],
    ['a missing file', 404, '/assets/nothing.js', { type: MULTIPART, method: 'GET' }],
    ['a page that is only read', 200, '/healthz', { type: MULTIPART, method: 'GET' }],
    ['no address of the API', 404, '/api/v1/nothing', json],
    ['another method of the API', 405, '/api/v1/lots', json],
    ['another kind at the API', 415, '/api/v1/valuations', {}],
    ['an answer that the API has not', 406, '/api/v1/valuations', { ...json, headers: { Accept: 'image/png' } }],
    ['another method of a webhook', 405, '/webhooks/stripe', { ...json, method: 'PUT' }],
  ];

  it.each(GUARDS)('%s: %i, and the next request on the connection is answered', async (_, status, path, said) => {
    const socket = connection();
    const body = 'y'.repeat(60 * KIB);
    socket.send(head(path, { ...said, length: body.length }));
    socket.send(body);
    expect((await socket.answer())?.status).toBe(status);
    socket.send(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    expect((await socket.answer())?.body).toBe('ok\n');
    socket.close();
  });

  it.each(GUARDS)(
    '%s: %i at once where a photo comes along, which is sent to its end',
    async (_, status, path, said) => {
      const socket = connection();
      const photo = Buffer.alloc(5 * MIB, 'y');
      socket.send(head(path, { ...said, length: photo.length }));
      socket.send(photo.subarray(0, 300 * KIB));
      const answer = await socket.answer();
      // The API and forms have less patience with length.
      expect([status, 413]).toContain(answer?.status);
      expect(answer?.headers.get('connection')).toBe('close');
      socket.send(photo.subarray(300 * KIB));
      expect(await socket.ended).toBe('closed');
      socket.close();
    },
  );

  it('a body without an end is refused, and its connection ended', async () => {
    const socket = connection();
    socket.send(head('/lots', { length: null, headers: { 'Transfer-Encoding': 'chunked' } }));
    socket.send('4\r\na=bc\r\n');
    const answer = await socket.answer();
    expect([answer?.status, answer?.headers.get('connection')]).toEqual([411, 'close']);
    expect(await socket.ended).toBe('closed');
  });

  it('the API counts what it reads, and looks at no depth that it would not read', async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/valuations`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      });
    expect((await send(`{"a":"${'x'.repeat(300 * KIB)}"}`)).status).toBe(413);
    const deep = await send(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect([deep.status, await deep.json()]).toMatchObject([422, { issues: [{ code: 'too_deep' }] }]);
  });
});
