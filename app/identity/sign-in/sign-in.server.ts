import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import type { Locale } from '#app/platform/i18n/locales';
import { localeCookie, pickedLocaleCookie } from '#app/platform/i18n/reader-locale.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { clientNetwork } from '#app/platform/serve/api/client-network';
import { changeLocale } from '../account/change-account.server';
import { createAuth } from '../create-auth.server';
import { isKnownDevice, readDevice, rememberDevice } from './device-cookie.server';
import { countSignIn, forgiveSignIn } from './throttle.server';

export type SignInRefusal = 'too-many-attempts' | 'wrong-credentials';

/**
 * Starts a session. `headers` of the result carry the cookies to send; `request` only tells the device. The
 * language that was picked before signing in goes into the account; without one the account's is shown. One message for an unknown
 * address and for a wrong password, after the same work.
 */
export async function signIn(
  deps: Deps,
  {
    email,
    password,
    clientAddress,
    request,
    picked = null,
  }: { email: string; password: string; clientAddress: string; request: Request; picked?: Locale | null },
): Promise<Result<{ headers: Headers; userId: string }, SignInRefusal>> {
  const address = email.trim().toLowerCase();
  const sent = await readDevice(deps, request);
  const device = (await isKnownDevice(deps, { email: address, device: sent })) ? sent : null;
  const attempt = { account: address, network: clientNetwork(clientAddress), device };
  const wait = await countSignIn(deps, attempt);
  if (wait > 0) {
    await auditThrottled(deps, address);
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  }
  if (!address || !password || password.length > 128)
    return refuse('wrong-credentials', 'identity:refusal.wrongCredentials');
  const answer = await createAuth(deps).api.signInEmail({
    body: { email: address, password },
    headers: new Headers({
      'user-agent': request.headers.get('user-agent') ?? '',
      'x-forwarded-for': clientAddress,
    }),
    asResponse: true,
  });
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to a sign-in`);
  if (!answer.ok) {
    await auditFailure(deps, address);
    return refuse('wrong-credentials', 'identity:refusal.wrongCredentials');
  }
  await forgiveSignIn(deps, attempt);
  const { user } = (await answer.json()) as { user: { id: string; locale?: string } };
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  const cookie = await rememberDevice(deps, { userId: user.id, device: sent });
  if (cookie) headers.append('set-cookie', cookie);
  await recordAudit(deps.db, deps, {
    ...{ actor: null, action: 'session:start', subjectKind: 'user', subjectId: user.id },
    detail: { knownDevice: device !== null },
  });
  if (picked) await changeLocale(deps, { userId: user.id, locale: picked });
  const locale = picked ?? user.locale;
  if (locale) headers.append('set-cookie', localeCookie.serialize(locale));
  headers.append('set-cookie', pickedLocaleCookie.forget());
  return ok({ headers, userId: user.id });
}

const THROTTLED_EVERY_MS = 15 * 60 * 1000;

/** Once in a quarter of an hour for each account: who hammers does not write the log. */
async function auditThrottled(deps: Deps, email: string): Promise<void> {
  const user = await deps.db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return;
  const about = { action: 'session:throttle', subjectKind: 'user', subjectId: user.id } as const;
  const since = new Date(deps.clock.now().getTime() - THROTTLED_EVERY_MS);
  if ((await deps.db.auditEntry.count({ where: { ...about, at: { gt: since } } })) > 0) return;
  await recordAudit(deps.db, deps, { actor: null, ...about });
}

/** Of an account that there is: a row for every made-up address would be the guesser's to write. */
async function auditFailure(deps: Deps, email: string): Promise<void> {
  const user = await deps.db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return;
  await recordAudit(deps.db, deps, { actor: null, action: 'session:refuse', subjectKind: 'user', subjectId: user.id });
}
