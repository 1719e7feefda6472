import { createHash } from 'node:crypto';
import { translator } from '#app/platform/i18n/translator.server';
import type { Refusal } from '#app/platform/result';
import type { InputIssue } from '#app/pricing/valuation/input-issues';

const MOST_BYTES = 256 * 1024;
const FRESH_SECONDS = 300;

/** An error as RFC 9457 wants it. */
export function problem(status: number, title: string, extra: object = {}, headers: HeadersInit = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status, ...extra });
  return new Response(body, {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json; charset=utf-8' },
  });
}

/** The JSON of a posted body; a Response to throw when it is none, too long, or not sent by POST. */
export async function readJson(request: Request): Promise<unknown> {
  if (request.method !== 'POST') throw problem(405, 'Use POST', {}, { Allow: 'POST' });
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw problem(415, 'Send application/json');
  }
  const text = await readText(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw problem(400, 'The body is not JSON');
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) throw problem(413, 'The body is too long', { limit: MOST_BYTES });
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function answer(body: object): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
}

export function badInput(issues: readonly InputIssue[]): Response {
  return Response.json({ issues }, { status: 422, headers: { 'Cache-Control': 'no-store' } });
}

/** What the lot itself lacks is bad input; what the world lacks (a price, a rate, sales) is a conflict with what is known today. */
const INPUT_CODES = new Set(['grade-missing', 'unit-mismatch']);

/** A use case's refusal in words: 422 or 409 by its code. */
export function refused({ code, messageKey, params, path = '' }: Refusal): Response {
  const message = translator('en')(messageKey, params);
  if (INPUT_CODES.has(code)) return badInput([{ path, code, message }]);
  return problem(409, 'No usable price', { code, detail: message, ...(params ? { params } : {}) });
}

/** A public answer that may be kept for minutes, and asked for again by its tag. */
export function cacheable(request: Request, body: string, contentType: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': contentType,
    'Cache-Control': `public, max-age=${FRESH_SECONDS}`,
    'Access-Control-Allow-Origin': '*',
    ETag: etag,
  };
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

export function cacheableJson(request: Request, body: object): Response {
  return cacheable(request, JSON.stringify(body), 'application/json; charset=utf-8');
}
