import { randomBytes } from 'node:crypto';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Deps } from '../deps';
import { newUuid } from '../ids.server';
import { loggedPath } from '../http/logged-path';
import { withSentForm } from '../http/sent-form.server';
import { guardAddress } from './address/guard-address.server';
import { answerFailure } from './answer-failure.server';
import { apiDoor } from './api/api-door.server';
import { boundBody } from './bodies/bound-body.server';
import { endUnreadBody } from './bodies/end-unread-body.server';
import { guardMethod } from './guard-method.server';
import { guardOrigin } from './guard-origin.server';
import { health } from './health.server';
import { securityHeaders } from './security-headers.server';

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
  app.enable('case sensitive routing');
  app.set('trust proxy', deps.settings.trustedProxies);
  app.set('test payments', deps.settings.payments.isTest);
  app.use(endUnreadBody());
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
  app.use(guardAddress(deps.settings));
  app.use(guardMethod());
  app.use(compression({ threshold: 512 }));
  // Behind compression, so that it keeps what the pages wrote; what it keeps zipped is not zipped again.
  if (pageCache) app.use(pageCache);
  app.use('/assets', express.static(`${clientDir}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(publicDir, { maxAge: '1h' }));
  app.use(guardOrigin(deps.settings));
  app.use(boundBody(deps.settings));
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
  app.use(answerFailure(deps.log));
  return app;
}
