import { request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { startAppServer } from '#tests/support/app-server';
import { testDeps } from '#tests/support/test-deps';
import { sessionCookie, signedIn, visitor } from '#tests/support/visitor';
import { market } from '#tests/integration/trading/market';
import { storedRows } from './stored-rows';

describe('requests that are not what they seem', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps, url } = server;
  const town = await market(deps);
  afterAll(() => server.close());
  const buyer = await signedIn(server, town.buyer);
  const lotId = await town.lot();
  const order = { quantity: '', terms: 'on', requestId: deps.newId() };

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['a look-alike', { Origin: `${url}.evil.example` }],
    ['another port', { Origin: 'http://127.0.0.1:1' }],
    ['a hidden origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['a frame without origin', { Origin: 'null' }],
  ])('a form sent from %s is refused and nothing is stored', async (_, headers) => {
    const before = await storedRows(deps);
    const answer = await buyer.post(`/lots/${lotId}/order`, order, headers);
    expect(answer.status).toBe(403);
    expect(answer.text.length).toBeGreaterThan(20);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('a cookie with a wrong signature is nobody', async () => {
    const cookie = await sessionCookie(deps, town.buyer);
    const forged = [
      cookie.replace(/.{6}$/, 'AAAAAA'),
      cookie.replace('session_token=', 'session_token=x'),
      'fairlode.session_token=%ZZ',
    ];
    for (const one of forged) {
      const { status, location } = await visitor(server, { cookie: one }).get('/buyer/orders');
      expect([status, location]).toEqual([302, '/sign-in?next=%2Fbuyer%2Forders']);
    }
  });

  const OUTSIDE = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\r\nSet-Cookie: owned=1',
    ' //evil.example',
    'http:evil.example',
  ];
  it.each(OUTSIDE)('a way back to %j stays on this site', async (place) => {
    const signedInAlready = await buyer.get(`/sign-in?${new URLSearchParams({ next: place }).toString()}`);
    const preference = await visitor(server).post('/preferences', { locale: 'pt', returnTo: place });
    for (const { status, location, headers } of [signedInAlready, preference]) {
      expect([302, 303]).toContain(status);
      expect(new URL(location ?? '', url).origin).toBe(url);
      expect(location).not.toMatch(/[\\\s]|^\/\//);
      expect(headers.get('set-cookie') ?? '').not.toContain('owned');
    }
  });

  it('a way back in other letters works', async () => {
    for (const place of ['/lots?q=日本', '/cooperatives/açúcar', '/lots?q=💰']) {
      const { status, location } = await visitor(server).post('/preferences', { locale: 'pt', returnTo: place });
      expect([status, location]).toEqual([303, encodeURI(place)]);
      const next = await buyer.get(`/sign-in?${new URLSearchParams({ next: place }).toString()}`);
      expect([next.status, next.location]).toEqual([302, encodeURI(place)]);
    }
  });

  it('an address that guards and pages would read differently is refused', async () => {
    const odd = ['/%61pi/v1/series', '/api/../sign-in', '/api/%2e%2e/sign-in', '//lots', '/lots/%E0%A4%A'];
    const answers = await Promise.all(odd.map((path) => statusOf(server.url, path)));
    expect(answers).toEqual(odd.map(() => 400));
    const cursors = ['2026-13-01T00:00:00.000Z', '0000-01-01T00:00:00.000Z'].map((at) => `/lots?after=${at}~${lotId}`);
    const pages = await Promise.all(
      [...cursors, '/prices/wb.gold?knownOn=0000-01-01'].map((path) => statusOf(server.url, path)),
    );
    expect(pages).toEqual([200, 200, 422]);
  });

  it('a form longer than any of ours is refused before it fills the memory', async () => {
    const before = await storedRows(deps);
    const answer = await buyer.post(`/lots/${lotId}/order`, { ...order, note: 'x'.repeat(60_000_000) });
    expect(answer.status).toBe(413);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('a body without an end is refused', async () => {
    const head = `POST /lots/${lotId}/order HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${url}\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n`;
    expect(await speak(`${head}4\r\na=bc\r\n`)).toMatch(/^HTTP\/1\.1 411 /);
  });

  it.each([
    ['no type', 'a=b', null],
    ['JSON', '{"terms":"on"}', 'application/json'],
    [
      'a multipart form without an end',
      '--x\r\nContent-Disposition: form-data; name="terms"\r\n\r\non',
      'multipart/form-data; boundary=x',
    ],
    ['a multipart form without a boundary', 'terms=on', 'multipart/form-data'],
    ['bytes that are no text', '\u0000\ufffd%ff%fe=%c3%28', 'application/x-www-form-urlencoded'],
  ])('a form as %s is refused and stores nothing', async (_, body, type) => {
    const before = await storedRows(deps);
    const response = await fetch(`${url}/lots/${lotId}/order`, {
      method: 'POST',
      body: new TextEncoder().encode(body),
      headers: {
        Cookie: await sessionCookie(deps, town.buyer),
        Origin: url,
        Accept: 'text/html',
        ...(type ? { 'Content-Type': type } : {}),
      },
    });
    expect([400, 415, 422]).toContain(response.status);
    expect(await response.text()).toContain('<html lang="en">');
    expect(await storedRows(deps)).toEqual(before);
  });

  it('methods that no page has are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { status } = await fetch(`${url}/lots`, { method, headers: { Origin: url } });
      expect([404, 405]).toContain(status);
    }
  });

  /** What the server says first to bytes that no client library would send. */
  function speak(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const { port, hostname } = new URL(url);
      const socket = connect(Number.parseInt(port, 10), hostname, () => socket.write(bytes));
      socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
  }
});

/** The path as it is written here: `fetch` would put it in order first. */
function statusOf(url: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    })
      .once('error', reject)
      .end();
  });
}
