import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export type FileServer = {
  url: string;
  /** What it answers from now on. */
  answer: (listener: RequestListener) => void;
  /** Paths and conditions of the requests so far. */
  asked: Record<string, string | undefined>[];
};

/** A publisher on loopback that answers as a test tells it to. Call at the top of a test file. */
export async function fileServer(): Promise<FileServer> {
  let listener: RequestListener = (_, response) => void response.writeHead(404).end();
  const asked: FileServer['asked'] = [];
  const server: Server = createServer((request, response) => {
    const names = ['if-none-match', 'if-modified-since', 'accept-encoding'] as const;
    asked.push({ path: request.url, ...Object.fromEntries(names.map((name) => [name, request.headers[name]])) });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (next) => void (listener = next),
    asked,
  };
}
