import type { RequestHandler } from 'express';
import { refusePlainly } from './refuse-plainly.server';

const OF_PAGES = ['GET', 'HEAD', 'POST'];
const OF_WEBHOOKS = ['POST'];

/** No page takes another method than browsers send from links and forms. The API has its own door. */
export function guardMethod(): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith('/api/')) return next();
    const methods = request.path.startsWith('/webhooks/') ? OF_WEBHOOKS : OF_PAGES;
    if (methods.includes(request.method)) return next();
    response.set('Allow', methods.join(', '));
    refusePlainly(request, response, { status: 405, key: 'platform:refusal.otherMethod' });
  };
}
