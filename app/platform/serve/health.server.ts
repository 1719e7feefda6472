import { Router } from 'express';
import type { Deps } from '../deps';

/** /healthz: the process answers. /readyz: it takes requests, and the database answers. Not while it ends, so that proxies look elsewhere. */
export function health({ db, log }: Pick<Deps, 'db' | 'log'>, isDraining: () => boolean = () => false): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', (_request, response) => {
    if (isDraining()) {
      response.status(503).type('text/plain').send('this process is ending\n');
      return;
    }
    db.$queryRaw`SELECT 1`.then(
      () => response.type('text/plain').send('ready\n'),
      (error: unknown) => {
        log.error({ err: error }, 'not ready');
        response.status(503).type('text/plain').send('the database does not answer\n');
      },
    );
  });
  return router;
}
