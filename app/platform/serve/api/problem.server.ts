import type { Response } from 'express';

const TITLE: Record<number, string> = {
  400: 'This request cannot be read',
  404: 'There is nothing at this address',
  405: 'This address does not take this method',
  406: 'This address has no answer of the kind that was asked for',
  413: 'The body is too long',
  415: 'The body is not of a kind that is taken here',
  421: 'This request is meant for another host',
  429: 'Too many requests',
};
const OURS = 'Something broke on our side';

/** An error as RFC 9457 wants it, as text. */
export function problemText(status: number, extra: object = {}): string {
  return JSON.stringify({ type: 'about:blank', title: TITLE[status] ?? OURS, status, ...extra });
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export function sendProblem(response: Response, status: number, extra: object = {}): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .set('Content-Type', PROBLEM_TYPE)
    .end(problemText(status, extra));
}
