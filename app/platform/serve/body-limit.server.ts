import type { RequestHandler } from 'express';
import type { Settings } from '../settings';
import { refusePlainly } from './refuse-plainly.server';

const MIB = 1024 * 1024;
/** Files of one form, and what is typed beside them. */
const MOST_FILES = 6;
const MOST_WEBHOOK_BYTES = MIB;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a body by its stated length, before any of it is read; Node reads no more than is stated. Browsers and Stripe always state it. The
 * API's own reader counts what it reads.
 */
export function bodyLimit({ maxUploadBytes }: Pick<Settings, 'maxUploadBytes'>): RequestHandler {
  const mostFormBytes = maxUploadBytes * MOST_FILES + MIB;
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || request.path.startsWith('/api/')) return next();
    if (request.get('transfer-encoding') !== undefined)
      return refusePlainly(request, response, { status: 411, key: 'platform:refusal.noLength' });
    const length = Number.parseInt(request.get('content-length') ?? '0', 10);
    const most = request.path.startsWith('/webhooks/') ? MOST_WEBHOOK_BYTES : mostFormBytes;
    if (length > most) return refusePlainly(request, response, { status: 413, key: 'platform:refusal.tooLong' });
    return next();
  };
}
