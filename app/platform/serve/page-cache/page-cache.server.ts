import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import accepts from 'accepts';
import type { Request, RequestHandler, Response } from 'express';
import type { Clock } from '../../deps';
import { conditionsOf, isUnchanged } from '../../http/conditions.server';
import { headersOf } from '../../http/request-headers';
import type { Log } from '../../log';
import { holdAnswer } from '../hold-answer.server';
import { createAnswerStore, type AnswerStore, type KeptAnswer } from './answer-store';
import { sharedAnswer } from './cache-key.server';
import { listenForChange } from './listen-for-change.server';

const MAX_BYTES = 48 * 1024 * 1024;
/** Set for every answer alike, or of one answer only. */
const OWN_HEADERS = new Set([
  'x-request-id',
  'set-cookie',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'vary',
  'etag',
  'ratelimit',
]);

export type PageCache = { handler: RequestHandler; ready: Promise<void>; stop(): Promise<void> };

/**
 * Public answers that are the same for all, kept in this process in front of everything that works for them: found again by address, language and day,
 * forgotten when the database says that something shown has changed. What anybody is signed in for is never kept nor answered from here.
 */
export function openPageCache({ url, log, clock }: { url: string; log: Log; clock: Clock }): PageCache {
  const store = createAnswerStore({ maxBytes: MAX_BYTES });
  const onChange = (table: string): void => {
    store.forget();
    log.debug({ table }, 'public answers are forgotten: something they show has changed');
  };
  const ear = listenForChange({ url, log }, { onChange, onHearing: store.setOn });
  return { handler: cacheHandler(store, clock), ready: ear.ready, stop: ear.stop };
}

function cacheHandler(store: AnswerStore, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const day = clock.now().toISOString().slice(0, 10);
    const asked = { method: request.method, url: request.originalUrl, headers: headersOf(request) };
    const shared = sharedAnswer(asked, day);
    if (shared === null) return next();
    const { key } = shared;
    const kept = store.get(key);
    if (kept) return send(kept, request, response);
    if (request.method !== 'GET') return next();
    const since = store.generation();
    const conditions = conditionsOf(headersOf(request));
    // The page sees no more of the address than all who are given its answer have in common.
    request.url = shared.url;
    request.originalUrl = shared.url;
    const common = { ...response.getHeaders() };
    // The whole answer is made, whatever this one reader has of it already: it is kept for all.
    for (const name of CONDITIONS) request.headers[name] = undefined;
    holdAnswer(response, (body) => {
      const answer = keepable(response, body, common);
      if (!answer) return body;
      store.put(key, answer, since);
      response.setHeader('ETag', answer.etag);
      response.setHeader('Vary', answer.vary);
      return isUnchanged(conditions, answer) ? notModified(response) : body;
    });
    return next();
  };
}

function keepable(response: Response, body: Buffer, common: OutgoingHttpHeaders): KeptAnswer | null {
  if (response.statusCode !== 200 || response.hasHeader('Set-Cookie')) return null;
  if (/no-store/.test(String(response.getHeader('Cache-Control') ?? ''))) return null;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders()))
    if (value !== undefined && !OWN_HEADERS.has(name) && value !== common[name]) headers[name] = String(value);
  const gzip = body.length < 512 ? null : gzipSync(body, { level: 7 });
  const digest = createHash('sha256').update(body).digest('base64url').slice(0, 27);
  const lastModified = headers['last-modified'] ?? null;
  return { headers, etag: `W/"${digest}"`, vary: varyOf(response), lastModified, plain: body, gzip };
}

/** What the page says itself, and that it comes zipped or not. */
function varyOf(response: Response): string {
  const said = [response.getHeader('Vary') ?? []].flat().join(', ');
  return /accept-encoding/i.test(said) ? said : [said, 'Accept-Encoding'].filter(Boolean).join(', ');
}

function send(kept: KeptAnswer, request: Request, response: Response): void {
  for (const name in kept.headers) response.setHeader(name, kept.headers[name] ?? '');
  response.setHeader('ETag', kept.etag);
  response.setHeader('Vary', kept.vary);
  if (isUnchanged(conditionsOf(headersOf(request)), kept)) {
    response.end(notModified(response));
    return;
  }
  const zipped = kept.gzip !== null && accepts(request).encoding(['gzip']) === 'gzip';
  const body = zipped && kept.gzip ? kept.gzip : kept.plain;
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}

const CONDITIONS = ['if-none-match', 'if-modified-since', 'range'] as const;
function notModified(response: Response): Buffer {
  response.removeHeader('Content-Type');
  response.statusCode = 304;
  return Buffer.alloc(0);
}
