import { betterAuth } from 'better-auth/minimal';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Deps } from '#app/platform/deps';
import { hashPassword, verifyPassword } from './sign-in/password.server';

const SESSION_SECONDS = 7 * 24 * 60 * 60;

/** The library in our table names. Its cookie is HttpOnly, Lax and signed; Secure (and named so) when the site is on https. */
function makeAuth(deps: Deps) {
  const { publicUrl, sessionSecret } = deps.settings;
  return betterAuth({
    appName: 'Fairlode',
    baseURL: publicUrl,
    secret: sessionSecret,
    telemetry: { enabled: false },
    logger: {
      disabled: false,
      level: 'error',
      log: (_level, message) => deps.log.error({}, message),
    },
    database: prismaAdapter(deps.db, { provider: 'postgresql' }),
    advanced: {
      cookiePrefix: 'fairlode',
      useSecureCookies: publicUrl.startsWith('https://'),
      database: { generateId: () => deps.newId() },
    },
    user: { modelName: 'user', additionalFields: { locale: { type: 'string', required: false, input: false } } },
    session: {
      modelName: 'session',
      expiresIn: SESSION_SECONDS,
      // A session ends a fixed time after sign-in: pages read it with our own query, which renews nothing.
      disableSessionRefresh: true,
      additionalFields: { activeOrganisationId: { type: 'string', required: false, input: false } },
    },
    account: { modelName: 'credential' },
    verification: { modelName: 'confirmation' },
    // Only requests to the library's own HTTP handler would be counted, and none are served: limit-attempts.server.ts counts instead.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
      maxPasswordLength: 128,
    },
  });
}

type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Deps, Auth>();

/** One instance per set of dependencies. */
export function createAuth(deps: Deps): Auth {
  let auth = made.get(deps);
  if (!auth) {
    auth = makeAuth(deps);
    made.set(deps, auth);
  }
  return auth;
}
