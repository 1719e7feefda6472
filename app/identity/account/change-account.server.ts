import type { Deps } from '#app/platform/deps';
import type { Locale } from '#app/platform/i18n/locales';
import { ok, refuse, type Result } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Person } from '../actor';
import { createAuth } from '../create-auth.server';
import { countAttempt } from '../sign-in/limit-attempts.server';
import { isEasilyGuessed } from '../sign-in/password-strength.server';

/** Name and language of a person; mails come in that language too. */
export async function changeProfile(
  deps: Pick<Deps, 'db'>,
  { person, name, locale }: { person: Person; name: string; locale: Locale },
): Promise<void> {
  await deps.db.user.update({ where: { id: person.userId }, data: { name, locale } });
}

/** The language alone, as the header's menu sets it. */
export async function changeLocale(
  deps: Pick<Deps, 'db'>,
  { userId, locale }: { userId: string; locale: Locale },
): Promise<void> {
  await deps.db.user.update({ where: { id: userId }, data: { locale } });
}

/**
 * Sets another password and signs out every device; this browser gets a new session. The caller has checked the new one with
 * `passwordSchema`. Guessing at the old one counts like guessing at the sign-in.
 */
export async function changePassword(
  deps: Deps,
  {
    person,
    request,
    currentPassword,
    newPassword,
  }: { person: Person; request: Request; currentPassword: string; newPassword: string },
): Promise<Result<{ headers: Headers }, 'wrong-password' | 'password-weak' | 'too-many-attempts'>> {
  if (await isEasilyGuessed(newPassword, [person.name, person.email]))
    return refuse('password-weak', 'identity:refusal.passwordWeak', { path: 'newPassword' });
  const wait = await countAttempt(deps, { kind: 'password-change', who: person.userId });
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  const answer = await createAuth(deps).api.changePassword({
    body: { currentPassword, newPassword, revokeOtherSessions: true },
    headers: new Headers({
      cookie: request.headers.get('cookie') ?? '',
      'user-agent': request.headers.get('user-agent') ?? '',
    }),
    asResponse: true,
  });
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status} to a change of password`);
  if (!answer.ok) return refuse('wrong-password', 'identity:refusal.wrongPassword', { path: 'currentPassword' });
  await recordAudit(deps.db, deps, {
    ...{ actor: person.actor, action: 'password:change', subjectKind: 'user', subjectId: person.userId },
  });
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return ok({ headers });
}
