import { conditionsOf, isUnchanged } from '#app/platform/http/conditions.server';
import { createHash } from 'node:crypto';
import { translator } from '#app/platform/i18n/translator.server';
import type { Refusal } from '#app/platform/result';
import { PROBLEM_TYPE, problemText } from '#app/platform/serve/api/problem.server';
import type { InputIssue } from '#app/valuation/formula/input-issues';

/** Long enough to spare the network, short enough that nobody reads yesterday's price; the tag makes asking again cheap. */
const FRESH_SECONDS = 60;

/** An error as RFC 9457 wants it. */
export function problem(status: number, title: string, extra: object = {}, headers: HeadersInit = {}): Response {
  return new Response(problemText(status, { title, ...extra }), {
    status,
    headers: { ...headers, 'Cache-Control': 'no-store', 'Content-Type': PROBLEM_TYPE },
  });
}

export function answer(body: object): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}

/** Nobody mends more at once; a body of thousands of wrong members must not be answered with megabytes. */
const MOST_ISSUES = 50;

/** The members that are wrong, by their JSON paths, and how many more there are. */
export function badInput(issues: readonly InputIssue[]): Response {
  const further = issues.length - MOST_ISSUES;
  const more = further > 0 ? { detail: `And ${further} more`, furtherIssues: further } : {};
  return problem(422, 'Some members cannot be used', { issues: issues.slice(0, MOST_ISSUES), ...more });
}

/** What the lot itself lacks is bad input; what the world lacks (a price, a rate, sales) is a conflict with what is known today. */
const INPUT_CODES = new Set(['grade-missing', 'unit-mismatch']);

/** A use case's refusal in words: 422 or 409 by its code. */
export function refused({ code, messageKey, params, path = '' }: Refusal): Response {
  const message = translator('en')(messageKey, params);
  if (INPUT_CODES.has(code)) return badInput([{ path, code, message }]);
  return problem(409, 'No usable price', { code, detail: message, ...(params ? { params } : {}) });
}

type Kept = { contentType: string; lastModified?: Date | null };

/** A public answer that may be kept for a minute, and asked for again by its tag or time. */
export function cacheable(request: Request, body: string, { contentType, lastModified = null }: Kept): Response {
  // Weak: the same bytes may go zipped or not, and from memory (page-cache), under one tag.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': contentType,
    'Cache-Control': `public, max-age=${FRESH_SECONDS}`,
    ETag: etag,
    ...(lastModified ? { 'Last-Modified': lastModified.toUTCString() } : {}),
  };
  const copy = { etag, lastModified: lastModified?.toUTCString() ?? null };
  if (isUnchanged(conditionsOf(request.headers), copy)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

export function cacheableJson(request: Request, body: object, lastModified: Date | null = null): Response {
  return cacheable(request, JSON.stringify(body), { contentType: 'application/json; charset=utf-8', lastModified });
}
