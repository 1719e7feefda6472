import { fork } from 'node:child_process';
import autocannon from 'autocannon';
import { interleave, type Samples } from './rounds';
import type { PageServerMessage } from './page-server';

const CONNECTIONS = 8;

export type PageFigures = { samples: Samples; bytes: Record<string, number>; queriesPerListPage: number };

/**
 * Requests per second of the lot list, of a bare Remix page, and of the bare page with one indexed query. And
 * of answers that the server keeps in memory beside a file that it reads from disk.
 */
export async function measurePages(
  databaseUrl: string,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<PageFigures> {
  const server = fork('tests/bench/page-server.ts', {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      NODE_ENV: 'production',
      DEMO: '1',
      ALLOW_DEMO: '1',
      LOG_LEVEL: 'warn',
    },
  });
  try {
    const { queriesPerListPage, ...urls } = await new Promise<PageServerMessage>((resolve, reject) => {
      server.once('message', (message) => resolve(message as PageServerMessage));
      server.once('exit', (code) => reject(new Error(`The page server ended (${code ?? 'killed'}).`)));
    });
    const bytes: Record<string, number> = {};
    for (const [name, url] of Object.entries(urls)) bytes[name] = await checkPage(url);
    for (const url of Object.values(urls)) await load(url, 1);
    const contenders = Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, () => load(url, seconds)]));
    return { samples: await interleave(contenders, { rounds }), bytes, queriesPerListPage };
  } finally {
    server.disconnect();
  }
}

async function load(url: string, seconds: number): Promise<number> {
  // As every browser asks.
  const headers = { 'accept-encoding': 'gzip' };
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were no page, ${result.errors} requests failed.`);
  }
  return result.requests.total / result.duration;
}

/** A page that shows no lots would be fast for the wrong reason. */
async function checkPage(url: string): Promise<number> {
  const response = await fetch(url);
  const html = await response.text();
  const lots = new Set(html.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)).size;
  const expectsLots = url.endsWith('/lots');
  if (!response.ok || (expectsLots && lots < 24))
    throw new Error(`${url} shows ${lots} lots (status ${response.status}).`);
  return Buffer.byteLength(html);
}
