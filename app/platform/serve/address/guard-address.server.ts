import type { Request, RequestHandler } from 'express';
import type { Settings } from '../../settings';
import { refuseAtApi } from '../api/api-door.server';
import { refusePlainly } from '../refuse-plainly.server';
import { isPlainPath } from './plain-path';
import { readAddress, type SaidAddress } from './read-address';

const DETAIL = {
  path: 'Write the address plainly: no dot segments, no doubled slashes, nothing encoded that need not be.',
  host: 'Send the name of this site as Host.',
};

/**
 * Lets through what was sent to this site, at an address that everybody reads alike. Whoever comes after finds the host that was read here in `Host` alone:
 * what a proxy said besides is taken away, so that the framework cannot make another address of it.
 */
export function guardAddress({ allowedHosts }: Pick<Settings, 'allowedHosts'>): RequestHandler {
  return (request, response, next) => {
    const address = readAddress(said(request), allowedHosts);
    if (!address.ok) {
      const key = address.status === 421 ? 'platform:refusal.otherHost' : 'platform:refusal.oddHost';
      if (isForApi(request)) return refuseAtApi(response, address.status, { detail: DETAIL.host });
      return refusePlainly(request, response, { status: address.status, key });
    }
    request.headers.host = address.host;
    delete request.headers['x-forwarded-host'];
    if (isPlainPath(request.path) && !asksForParts(request)) return next();
    if (isForApi(request)) return refuseAtApi(response, 400, { detail: DETAIL.path });
    return refusePlainly(request, response, { status: 400, key: 'platform:refusal.oddPath' });
  };
}

function said(request: Request): SaidAddress {
  const isTrusted = request.app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean;
  return {
    target: request.originalUrl,
    // Of two Hosts Node keeps the first, and another program in the way may have kept the second.
    host: timesSent(request, 'host') > 1 ? undefined : request.headers.host,
    forwardedHost: request.get('x-forwarded-host'),
    forwardedProto: request.get('x-forwarded-proto'),
    isProxyTrusted: isTrusted(request.socket.remoteAddress, 0),
  };
}

function timesSent({ rawHeaders }: Request, name: string): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length;
}

/**
 * The framework's old way to ask for one part of a page; ours asks for whole pages, and the answers to it
 * would be in the framework's words.
 */
function asksForParts({ originalUrl }: Request): boolean {
  return new URLSearchParams(originalUrl.split('?')[1] ?? '').has('_data');
}

function isForApi(request: Request): boolean {
  return request.path.startsWith('/api/');
}
