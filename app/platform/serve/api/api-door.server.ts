import type { RequestHandler, Response } from 'express';
import { holdAnswer } from '../hold-answer.server';
import { methodsAt } from './api-addresses';
import { PROBLEM_TYPE, problemText, sendProblem } from './problem.server';

const NOTHING = { title: 'No such address: see /api/v1/openapi.json' };
const EXPOSED = 'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';
const ASKED = 'Content-Type, If-None-Match, If-Modified-Since';
const PREFLIGHT_SECONDS = 86_400;

/**
 * What every address of the API has in common: pages of any site may read it (without cookies: it shows everyone the same), preflights are answered, what is
 * not there or takes another method is refused, and each refusal is problem+json, also where the framework speaks.
 */
export function apiDoor(): RequestHandler {
  return (request, response, next) => {
    // /api itself is the page that explains it.
    if (request.path === '/') return next();
    openToAll(response);
    const methods = methodsAt(`/api${request.path}`);
    if (methods === null) return sendProblem(response, 404, NOTHING);
    if (request.method === 'OPTIONS') return preflight(response, methods);
    if (!methods.split(', ').includes(request.method)) {
      response.set('Allow', methods);
      return sendProblem(response, 405, { title: `Use ${methods.split(', ')[0] ?? ''}` });
    }
    const kind = request.path.endsWith('.csv') ? 'text/csv' : 'application/json';
    if (!request.accepts([kind, 'application/problem+json'])) return sendProblem(response, 406, { available: [kind] });
    holdAnswer(response, (body) => {
      const { statusCode: status } = response;
      if (status < 400 || String(response.getHeader('Content-Type') ?? '').startsWith('application/problem+json'))
        return body;
      response.setHeader('Content-Type', PROBLEM_TYPE);
      response.setHeader('Cache-Control', 'no-store');
      return Buffer.from(problemText(status));
    });
    next();
  };
}

function preflight(response: Response, methods: string): void {
  response.set('Allow', methods).set('Access-Control-Allow-Methods', methods);
  response.set('Access-Control-Allow-Headers', ASKED).set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
  response.status(204).end();
}

function openToAll(response: Response): void {
  response.set('Access-Control-Allow-Origin', '*').set('Access-Control-Expose-Headers', EXPOSED);
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  // Kept zipped or as it is: the same for every reader otherwise.
  response.vary('Accept-Encoding');
}

/** A refusal of what does not get as far as the door, in its words. */
export function refuseAtApi(response: Response, status: number, extra: object): void {
  openToAll(response);
  sendProblem(response, status, extra);
}
