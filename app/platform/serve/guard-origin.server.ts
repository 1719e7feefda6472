import type { RequestHandler } from 'express';
import { isSameOrigin } from '../http/origin-guard';
import type { Settings } from '../settings';
import { refusePlainly } from './refuse-plainly.server';

/** Form posts from other sites are refused before anything reads them. Webhooks carry a signature instead. */
export function guardOrigin({ publicUrl }: Pick<Settings, 'publicUrl'>): RequestHandler {
  const own = new URL(publicUrl).origin;
  return (request, response, next) => {
    if (request.path.startsWith('/webhooks/') || request.path.startsWith('/api/')) return next();
    const allowed = isSameOrigin(
      { method: request.method, origin: request.get('origin'), secFetchSite: request.get('sec-fetch-site') },
      [own, `${request.protocol}://${request.get('host')}`],
    );
    if (allowed) {
      // A page that hides its address (no-referrer) posts with "Origin: null"; Remix would refuse what the browser vouches for.
      if (request.headers.origin === 'null') delete request.headers.origin;
      return next();
    }
    refusePlainly(request, response, { status: 403, key: 'platform:refusal.otherSite' });
  };
}
