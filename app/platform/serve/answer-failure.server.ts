import type { ErrorRequestHandler } from 'express';
import { loggedPath } from '../http/logged-path';
import type { Log } from '../log';
import { refuseAtApi } from './api/api-door.server';
import { refusePlainly } from './refuse-plainly.server';

/** What broke in front of the pages or around them: in words, without a trace of what is inside. */
export function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500)
      log.error(
        { err: error, requestId: response.locals['requestId'], path: loggedPath(request.path) },
        'request failed',
      );
    if (response.headersSent) return void response.destroy();
    if (request.path.startsWith('/api/')) return refuseAtApi(response, status, {});
    const key = status === 404 ? 'notFoundText' : status < 500 ? 'badRequestText' : 'oursText';
    refusePlainly(request, response, { status, key: `platform:error.${key}` });
  };
}

/** Libraries in front of the pages say with `status` what a client did wrong. */
function statusOf(error: unknown): number {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
