import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createSms } from '#app/platform/sms/create-sms.server';

const MESSAGE = { to: '+255712345678', text: 'Fairlode: Gold 381,979 TZS/g' };

describe('text messages', async () => {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  let answer = { status: 202, headers: {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answer.status, answer.headers).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  const outboxDir = await mkdtemp(path.join(tmpdir(), 'fairlode-sms-'));
  afterAll(async () => {
    server.close();
    await rm(outboxDir, { recursive: true });
  });
  const overHttp = createSms({ gateway: { url, token: 'secret', from: 'Fairlode' }, outboxDir });

  it('go to the gateway with its token', async () => {
    await overHttp.send(MESSAGE);
    expect(heard[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'content-type': 'application/json' });
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ ...MESSAGE, from: 'Fairlode' });
  });

  it.each([
    ['an error', { status: 503, headers: {} }],
    ['a refusal', { status: 401, headers: {} }],
    [
      'a redirect, which would carry the token elsewhere',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    ],
  ])('fail aloud on %s, so that the job tries again', async (_what, given) => {
    answer = given;
    await expect(overHttp.send(MESSAGE)).rejects.toThrow();
  });

  it('are files that only their owner reads where there is no gateway', async () => {
    await createSms({ gateway: null, outboxDir }).send(MESSAGE);
    const [file = ''] = await readdir(outboxDir);
    expect(await readFile(path.join(outboxDir, file), 'utf8')).toBe(`To: ${MESSAGE.to}\n\n${MESSAGE.text}\n`);
  });
});
