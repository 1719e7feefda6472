/**
 * Serves the built application and the two bare pages, each on a port of its own, from one process beside the
 * one that asks.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { createApp } from '#app/platform/serve/create-app.server';
import { openPageCache } from '#app/platform/serve/page-cache/page-cache.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { openDoor } from '#tests/support/open-door';
import { barePage } from './bare-page';
import { countQueries } from './count-queries';

export type PageServerMessage = {
  bare: string;
  query: string;
  lots: string;
  /** Of one server that keeps answers: a file of its public folder, a kept page, a kept answer of the API. */
  file: string;
  prices: string;
  series: string;
  queriesPerListPage: number;
};

const deps = await wire(readSettings(process.env), { name: 'bench', poolSize: 12, patience: 'web' });

const cache = openPageCache({ url: deps.settings.databaseUrl, log: deps.log, clock: deps.clock });
await cache.ready;

async function serve(build: ServerBuild, pageCache?: RequestHandler): Promise<string> {
  const door = await openDoor();
  const app = createApp({
    deps,
    build,
    clientDir: path.resolve('build/client'),
    publicDir: path.resolve('public'),
    ...(pageCache ? { pageCache } : {}),
  });
  door.answerWith(app);
  return door.url;
}

const built = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
const [bare, query, lots] = [
  `${await serve(barePage({ query: false }))}/`,
  `${await serve(barePage({ query: true }))}/`,
  `${await serve(built)}/lots`,
];
const keeping = await serve(built, cache.handler);
await (await fetch(lots)).text();
const { statements } = await countQueries(async () => (await fetch(lots)).text());
const kept = { file: `${keeping}/robots.txt`, prices: `${keeping}/prices`, series: `${keeping}/api/v1/series` };
process.send?.({ bare, query, lots, ...kept, queriesPerListPage: statements.length } satisfies PageServerMessage);
process.once('disconnect', () => process.exit(0));
