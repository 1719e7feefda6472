import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
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
  deps: Pick<Deps, 'db' | 'clock'>,
  { person, name, locale, requestId }: { person: Person; name: string; locale: Locale; requestId: string },
): Promise<Result<Record<string, never>, 'key-reused'>> {
  const { userId } = person;
  const input = { name, locale };
  const intent = { key: requestId, actorId: userId, action: 'profile:change', input, now: deps.clock.now() };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      await tx.user.update({ where: { id: userId }, data: { name, locale } });
      return ok({});
    }),
  );
}

/** The language alone, as the header's menu sets it. */
export async function changeLocale(
  deps: Pick<Deps, 'db'>,
  { userId, locale }: { userId: string; locale: Locale },
): Promise<void> {
  await deps.db.user.update({ where: { id: userId }, data: { locale } });
}

/**
 * Sets another password and signs out every device; this browser gets a new session. The caller has checked
 * the new one with `passwordSchema`. Guessing at the old one counts like guessing at the sign-in. The same
 * form again is told the same, and has a session too.
 */
export async function changePassword(
  deps: Deps,
  change: PasswordChange,
): Promise<Result<{ headers: Headers }, PasswordRefusal | 'key-reused'>> {
  const { person, request, requestId } = change;
  const intent = {
    key: requestId,
    actorId: person.userId,
    action: 'password:change',
    input: {},
    now: deps.clock.now(),
  };
  let headers: Headers | null = null;
  // A twin waits for the first one here, which writes through connections of its own.
  const done = await inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const changed = await setPassword(deps, change);
      if (!changed.ok) return changed;
      headers = changed.value.headers;
      return ok({});
    }),
  );
  if (!done.ok) return done;
  return ok({ headers: headers ?? (await sessionFor(deps, { ...change, request })) });
}

type PasswordChange = {
  person: Person;
  request: Request;
  currentPassword: string;
  newPassword: string;
  /** With a digest of the passwords under a secret: `form.requestKey(secret)`. */
  requestId: string;
};
type PasswordRefusal = 'wrong-password' | 'password-weak' | 'too-many-attempts';

/** A session for who sent the form twice: the first answer, with its session, may never have come. */
async function sessionFor(deps: Deps, { person, newPassword, request }: PasswordChange): Promise<Headers> {
  const alive = await deps.db.session.count({ where: { id: person.sessionId } });
  if (alive > 0) return new Headers();
  const answer = await createAuth(deps).api.signInEmail({
    body: { email: person.email, password: newPassword },
    headers: new Headers({ 'user-agent': request.headers.get('user-agent') ?? '' }),
    asResponse: true,
  });
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): Headers {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}

async function setPassword(
  deps: Deps,
  { person, request, currentPassword, newPassword }: PasswordChange,
): Promise<Result<{ headers: Headers }, PasswordRefusal>> {
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
  const about = { actor: person.actor, subjectKind: 'user', subjectId: person.userId };
  if (!answer.ok) {
    await recordAudit(deps.db, deps, { ...about, action: 'password:refuse' });
    return refuse('wrong-password', 'identity:refusal.wrongPassword', { path: 'currentPassword' });
  }
  await recordAudit(deps.db, deps, { ...about, action: 'password:change' });
  return ok({ headers: cookiesOf(answer) });
}
