import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { listen } from '#app/platform/serve/listen.server';
import { endServer } from './end-server';

/**
 * Answers on a free loopback port, as patient with idle connections as our own server, until the test file
 * has ended.
 */
export async function loopbackServer(handler: RequestListener): Promise<{ port: number; url: string }> {
  const server = await listen(handler, { host: '127.0.0.1', port: 0 });
  afterAll(() => endServer(server));
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://127.0.0.1:${port}` };
}
