import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookie } from 'cookie';
import { createAuth } from '../create-auth.server';
import type { Deps } from '#app/platform/deps';

const names = new WeakMap<Deps, Promise<string>>();

function cookieName(deps: Deps): Promise<string> {
  let name = names.get(deps);
  if (!name) {
    name = createAuth(deps).$context.then((context) => context.authCookies.sessionToken.name);
    names.set(deps, name);
  }
  return name;
}

/**
 * The session token of better-auth's signed cookie, or null where there is none or its signature is not ours. Read here and not
 * through the library, so that who asks, and in which organisation, is answered by one query (find-actor.server.ts).
 */
export async function readSessionToken(deps: Deps, request: Request): Promise<string | null> {
  const value = parseCookie(request.headers.get('cookie') ?? '')[await cookieName(deps)];
  if (!value) return null;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', deps.settings.sessionSecret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
