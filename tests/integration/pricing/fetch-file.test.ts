import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchFile, type FileRequest } from '#app/prices/sources/fetch/fetch-file.server';
import { fileServer } from '#tests/support/file-server';

const server = await fileServer();
const MIB = 1024 * 1024;

function fetchIt(extra: Partial<FileRequest> = {}) {
  return fetchFile({
    url: `${server.url}/file.xml`,
    types: ['text/xml'],
    maxBytes: MIB,
    maxUnpackedBytes: 4 * MIB,
    allowLoopback: true,
    ...extra,
  });
}

const text = (body: string, headers: Record<string, string> = {}) =>
  server.answer((_, response) => void response.writeHead(200, { 'content-type': 'text/xml', ...headers }).end(body));

describe('fetching a file', () => {
  it('brings its bytes, unpacked, and what the publisher says of them', async () => {
    const packed = gzipSync('<x/>');
    const headers = { 'content-type': 'text/xml; charset=utf-8', 'content-encoding': 'gzip', etag: '"a1"' };
    server.answer((_, response) => void response.writeHead(200, headers).end(packed));
    const got = await fetchIt();
    expect(got).toMatchObject({ kind: 'file', etag: '"a1"', lastModified: null });
    expect(got.kind === 'file' && got.bytes.toString()).toBe('<x/>');
  });

  it('asks only for what has changed', async () => {
    server.answer((request, response) => {
      const known = request.headers['if-none-match'] === '"a1"' && request.headers['if-modified-since'];
      response.writeHead(known ? 304 : 500).end();
    });
    const lastModified = 'Mon, 01 Jun 2026 14:00:00 GMT';
    expect(await fetchIt({ etag: '"a1"', lastModified })).toEqual({ kind: 'unchanged' });
  });

  it('follows redirects, but not for ever', async () => {
    server.answer((request, response) => {
      if (request.url === '/end.xml') return void response.writeHead(200, { 'content-type': 'text/xml' }).end('<end/>');
      response.writeHead(302, { location: '/end.xml' }).end();
    });
    expect(await fetchIt()).toMatchObject({ kind: 'file' });
    server.answer((_, response) => void response.writeHead(301, { location: '/file.xml' }).end());
    expect(await fetchIt()).toMatchObject({ code: 'too-many-redirects', passing: false });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://[fd00::1]/',
    'http://user:secret@example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
  ])('goes nowhere near %s when it is sent there', async (location) => {
    server.answer((_, response) => void response.writeHead(302, { location }).end());
    const got = await fetchIt();
    expect(got).toMatchObject({ kind: 'failed', code: 'address-refused', passing: false });
    expect(JSON.stringify(got)).not.toContain('secret');
  });

  it('refuses its own machine by number, by name and over plain http where no test allows it', async () => {
    text('<x/>');
    const before = server.asked.length;
    const port = new URL(server.url).port;
    for (const url of [server.url, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`, 'http://example.org/'])
      expect([url, await fetchIt({ url, allowLoopback: false })]).toEqual([
        url,
        expect.objectContaining({ code: 'address-refused' }),
      ]);
    expect(server.asked.length).toBe(before);
  });

  it.each<[string, string, () => void]>([
    ['a file that is too big', 'too-big', () => text('x'.repeat(MIB + 1))],
    [
      'a gzip bomb',
      'too-big',
      () => {
        const bomb = gzipSync(Buffer.alloc(64 * MIB));
        server.answer(
          (_, response) =>
            void response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' }).end(bomb),
        );
      },
    ],
    [
      'half a gzip',
      'cut-off',
      () => {
        const whole = gzipSync(Buffer.from('<x/>'.repeat(9_999)));
        server.answer(
          (_, response) =>
            void response
              .writeHead(200, { 'content-type': 'text/xml', 'content-encoding': 'gzip' })
              .end(whole.subarray(0, whole.length - 20)),
        );
      },
    ],
    [
      'an answer shorter than it says',
      'cut-off',
      () =>
        server.answer((request, response) => {
          response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '100' });
          response.write('<x', () => request.socket.destroy());
        }),
    ],
    ['a web page', 'wrong-type', () => text('<html>', { 'content-type': 'text/html' })],
    ['no type', 'wrong-type', () => server.answer((_, response) => void response.writeHead(200).end('<x/>'))],
    ['an encoding nobody asked for', 'cut-off', () => text('<x/>', { 'content-encoding': 'br' })],
    [
      '429',
      'too-many-requests',
      () => server.answer((_, response) => void response.writeHead(429, { 'retry-after': '120' }).end()),
    ],
    ['500', 'server-error', () => server.answer((_, response) => void response.writeHead(500).end())],
    ['404', 'refused-status', () => server.answer((_, response) => void response.writeHead(404).end())],
    ['a connection that is dropped', 'cut-off', () => server.answer((request) => void request.socket.destroy())],
  ])('says what is wrong with %s: %s', async (_, code, prepare) => {
    prepare();
    expect(await fetchIt()).toMatchObject({ kind: 'failed', code });
  });

  it('keeps what the publisher says of waiting', async () => {
    server.answer((_, response) => void response.writeHead(429, { 'retry-after': '120' }).end());
    expect(await fetchIt()).toMatchObject({ retryAfterSeconds: 120, passing: true });
  });

  it('gives up on an answer that does not begin, and on one that drips', async () => {
    server.answer(() => undefined);
    expect(await fetchIt({ times: { headersMs: 200 } })).toMatchObject({ code: 'timed-out', passing: true });
    server.answer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/xml' });
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await fetchIt({ times: { wholeMs: 300 } })).toMatchObject({ code: 'timed-out' });
  });

  it('says so when nobody is there', async () => {
    expect(await fetchIt({ url: 'http://127.0.0.1:1/' })).toMatchObject({ code: 'unreachable', passing: true });
  });
});
