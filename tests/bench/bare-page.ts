import { RemixServer, useLoaderData } from '@remix-run/react';
import type { EntryContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

type Row = { id: string; title: string; askMinor: bigint };

function handleRequest(request: Request, status: number, headers: Headers, remixContext: EntryContext): Response {
  const html = renderToString(createElement(RemixServer, { context: remixContext, url: request.url }));
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!doctype html>${html}`, { status, headers });
}

function BarePage() {
  return page(['Hello']);
}

function BareList() {
  return page(useLoaderData<{ lines: string[] }>().lines);
}

function page(lines: readonly string[]) {
  const items = lines.map((line) => createElement('li', { key: line }, line));
  const head = createElement('head', null, createElement('title', null, 'Bare'));
  return createElement('html', { lang: 'en' }, head, createElement('body', null, createElement('ul', null, items)));
}

/** The first page of listed lots by the index on (state, listedAt, id). */
async function oneQuery({ context }: LoaderFunctionArgs): Promise<{ lines: string[] }> {
  const rows = await context.deps.db.$queryRaw<Row[]>`
    SELECT id::text, title, "askMinor" FROM "Lot" WHERE state = 'listed' ORDER BY "listedAt" DESC, id LIMIT 24`;
  return { lines: rows.map(({ id, title, askMinor }) => `${id} ${title} ${askMinor}`) };
}

/**
 * The least that Remix can serve: one route, no assets. With `query` it has one loader with one indexed
 * query.
 */
export function barePage({ query }: { query: boolean }): ServerBuild {
  const module = query ? { default: BareList, loader: oneQuery } : { default: BarePage };
  const flags = { hasAction: false, hasLoader: query, hasClientAction: false, hasClientLoader: false };
  const root = { id: 'root', path: '', module: '/assets/root.js', hasErrorBoundary: false, ...flags };
  return {
    mode: 'production',
    entry: { module: { default: handleRequest } },
    routes: { root: { id: 'root', path: '', module } },
    assets: {
      version: '1',
      url: '/assets/manifest.js',
      entry: { module: '/assets/entry.js', imports: [] },
      routes: { root },
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    basename: '/',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    isSpaMode: false,
  };
}
