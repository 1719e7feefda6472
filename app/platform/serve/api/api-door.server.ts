import type { RequestHandler, Response } from 'express';
import { holdAnswer } from '../hold-answer.server';
import { PROBLEM_TYPE, problemText, sendProblem } from './problem.server';

const METHODS = 'GET, HEAD, POST, OPTIONS';
const READING = 'GET, HEAD, OPTIONS';
const EXPOSED = 'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';
const ASKED = 'Content-Type, If-None-Match, If-Modified-Since';
const PREFLIGHT_SECONDS = 86_400;

/**
 * What every address of the API has in common: pages of any site may read it (without cookies: it shows everyone the same), preflights are answered, and
 * each refusal is problem+json, also where the framework speaks.
 */
export function apiDoor(): RequestHandler {
  return (request, response, next) => {
    // /api itself is the page that explains it.
    if (request.path === '/') return next();
    openToAll(response);
    if (request.method === 'OPTIONS') {
      response.set('Access-Control-Allow-Methods', METHODS).set('Access-Control-Allow-Headers', ASKED);
      response.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS)).status(204).end();
      return;
    }
    const kind = request.path.endsWith('.csv') ? 'text/csv' : 'application/json';
    if (!request.accepts([kind, 'application/problem+json'])) return sendProblem(response, 406, { available: [kind] });
    holdAnswer(response, (body) => {
      const { statusCode: status } = response;
      if (status < 400 || String(response.getHeader('Content-Type') ?? '').startsWith('application/problem+json'))
        return body;
      response.setHeader('Content-Type', PROBLEM_TYPE);
      response.setHeader('Cache-Control', 'no-store');
      // An address that takes posts names them itself; where the framework refuses, there is only reading.
      if (status === 405) response.setHeader('Allow', READING);
      return Buffer.from(problemText(status));
    });
    next();
  };
}

function openToAll(response: Response): void {
  response.set('Access-Control-Allow-Origin', '*').set('Access-Control-Expose-Headers', EXPOSED);
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** A refusal of what does not get as far as the door, in its words. */
export function refuseAtApi(response: Response, status: number, extra: object): void {
  openToAll(response);
  sendProblem(response, status, extra);
}
