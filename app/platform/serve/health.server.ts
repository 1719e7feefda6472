import { Router } from 'express';
import type { Deps } from '../deps';

/** /healthz: the process answers. /readyz: the database answers too. */
export function health({ db, log }: Deps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  router.get('/readyz', (_request, response) => {
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
