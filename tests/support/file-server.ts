import type { RequestListener } from 'node:http';
import { loopbackServer } from './loopback-server';

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
  const { url } = await loopbackServer((request, response) => {
    const names = ['if-none-match', 'if-modified-since', 'accept-encoding'] as const;
    asked.push({ path: request.url, ...Object.fromEntries(names.map((name) => [name, request.headers[name]])) });
    listener(request, response);
  });
  return {
    url,
    answer: (next) => void (listener = next),
    asked,
  };
}
