import type { RequestListener, Server } from 'node:http';
import { listen } from '#app/platform/serve/listen.server';

export type Door = { url: string; port: number; server: Server; answerWith(handler: RequestListener): void };

/**
 * A server on a loopback port of its own whose address is known, and kept, before there is anything to answer
 * with.
 */
export async function openDoor(): Promise<Door> {
  let answer: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = await listen((request, response) => answer(request, response), { host: '127.0.0.1', port: 0 });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, server, answerWith: (handler) => void (answer = handler) };
}
