import type { Deps } from '#app/platform/deps';
import { ok, refuse, type Result } from '#app/platform/result';
import { localeCookie } from '#app/platform/i18n/reader-locale.server';
import { createAuth } from '../create-auth.server';
import { countAttempt, forgetAttempts } from './limit-attempts.server';

export type SignInRefusal = 'too-many-attempts' | 'wrong-credentials';

/**
 * Starts a session. `headers` of the result carry the cookies to send; `request` only tells the device. One message for an unknown
 * address and for a wrong password, after the same work.
 */
export async function signIn(
  deps: Deps,
  {
    email,
    password,
    clientAddress,
    request,
  }: { email: string; password: string; clientAddress: string; request: Request },
): Promise<Result<{ headers: Headers; userId: string }, SignInRefusal>> {
  const address = email.trim().toLowerCase();
  const wait = Math.max(
    await countAttempt(deps, { kind: 'sign-in-address', who: address }),
    await countAttempt(deps, { kind: 'sign-in-network', who: clientAddress }),
  );
  if (wait > 0) {
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
  if (!answer.ok) return refuse('wrong-credentials', 'identity:refusal.wrongCredentials');
  await forgetAttempts(deps, { kind: 'sign-in-address', who: address });
  const { user } = (await answer.json()) as { user: { id: string; locale?: string } };
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  if (user.locale) headers.append('set-cookie', await localeCookie.serialize(user.locale));
  return ok({ headers, userId: user.id });
}
