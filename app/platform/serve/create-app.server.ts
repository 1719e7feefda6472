import { randomBytes } from 'node:crypto';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Deps } from '../deps';
import { newUuid } from '../ids.server';
import { loggedPath } from '../http/logged-path';
import { isSameOrigin } from '../http/origin-guard';
import { withSentForm } from '../http/sent-form.server';
import { apiDoor, refuseAtApi } from './api/api-door.server';
import { bodyLimit } from './body-limit.server';
import { health } from './health.server';
import { isPlainPath } from './plain-path';
import { refusePlainly } from './refuse-plainly.server';
import { securityHeaders } from './security-headers.server';

const ODD_PATH = 'Write the address plainly: no dot segments, no doubled slashes, nothing encoded that need not be.';

export type AppOptions = {
  deps: Deps;
  /** The web application as Vite built it, or a function that loads it anew (development). */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder with `assets/` (hashed names) as built for browsers. */
  clientDir: string;
  publicDir: string;
  /** Whether this process is about to end: it is not ready then (drain). */
  isDraining?: () => boolean;
  /** Answers what it has kept, in front of the rest (page-cache/). */
  pageCache?: RequestHandler;
  /** Counts what is asked of the API and of documents that are worked out for one reader (api/rate-limit). */
  rateLimit?: RequestHandler;
  /** Further parts of the site that are not pages, by path: the sandbox's payment page, for one. */
  mounts?: { path: string; router: RequestHandler }[];
};

/** The web server: static files, guards, then every page through Remix. */
export function createApp(options: AppOptions): Express {
  const { deps, build, clientDir, publicDir, mounts = [], pageCache, rateLimit } = options;
  const app = express();
  app.disable('x-powered-by');
  // One proxy in front is believed; without one the header is the client's own word and loopback is not trusted beyond it.
  app.set('trust proxy', 'loopback');
  app.use(health(deps, options.isDraining));
  app.use((request, response, next) => {
    response.locals['cspNonce'] = randomBytes(16).toString('base64');
    response.locals['requestId'] = newUuid();
    response.setHeader('X-Request-Id', response.locals['requestId']);
    const started = performance.now();
    // As it was sent: at the end it is that of the part which answered.
    const { method } = request;
    const path = loggedPath(request.path);
    response.once('finish', () => {
      const ms = Math.trunc(performance.now() - started);
      deps.log.info(
        {
          requestId: response.locals['requestId'],
          method,
          path,
          status: response.statusCode,
          ms,
        },
        'request',
      );
    });
    next();
  });
  app.use(securityHeaders(deps.settings));
  app.use((request, response, next) => {
    // Nobody needs it, and the framework cannot even read it.
    if (request.method === 'TRACE' && !/^\/api\//i.test(request.path))
      response.status(405).set('Allow', 'GET, HEAD, POST').end();
    else next();
  });
  app.use((request, response, next) => {
    if (isPlainPath(request.path)) next();
    else if (/^\/api\//i.test(request.path)) refuseAtApi(response, 400, { detail: ODD_PATH });
    else refusePlainly(request, response, { status: 400, key: 'platform:refusal.oddPath' });
  });
  app.use(compression({ threshold: 512 }));
  // Behind compression, so that it keeps what the pages wrote; what it keeps zipped is not zipped again.
  if (pageCache) app.use(pageCache);
  app.use('/assets', express.static(`${clientDir}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(publicDir, { maxAge: '1h' }));
  app.use(bodyLimit(deps.settings));
  app.use(originGuard(deps));
  app.use('/api', apiDoor());
  if (rateLimit) app.use(['/api', '/certificates', '/verify'], rateLimit);
  for (const { path, router } of mounts) app.use(path, router);
  const pages = createRequestHandler({
    build,
    mode: process.env['NODE_ENV'] ?? 'production',
    getLoadContext: (request, response) => ({
      deps,
      cspNonce: String(response.locals['cspNonce']),
      requestId: String(response.locals['requestId']),
      clientAddress: request.ip ?? '',
    }),
  });
  app.all('*', (request, response, next) =>
    request.method === 'POST' ? withSentForm(() => pages(request, response, next)) : pages(request, response, next),
  );
  return app;
}

/** Form posts from other sites are refused before anything reads them. Webhooks carry a signature instead. */
function originGuard({ settings }: Deps): RequestHandler {
  const own = new URL(settings.publicUrl).origin;
  return (request, response, next) => {
    if (request.path.startsWith('/webhooks/') || request.path.startsWith('/api/')) return next();
    const allowed = isSameOrigin(
      { method: request.method, origin: request.get('origin'), secFetchSite: request.get('sec-fetch-site') },
      [own, `${request.protocol}://${request.get('host')}`],
    );
    if (allowed) {
      // A page that hides its address (no-referrer) posts with "Origin: null"; Remix would refuse what the browser vouches for.
      if (request.headers.origin === 'null') delete request.headers.origin;
      return next();
    }
    refusePlainly(request, response, { status: 403, key: 'platform:refusal.otherSite' });
  };
}
