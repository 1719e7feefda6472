import type { Deps } from '#app/platform/deps';
import type { Tx } from '#app/platform/db/connect.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { countAttempt } from './limit-attempts.server';
import { sendMailboxLink } from './mailbox-link.server';
import { hashPassword } from './password.server';
import { isEasilyGuessed } from './password-strength.server';
import type { SignUpInput } from './person.schema';
import { saveUnprovenUser } from './save-unproven-user.server';
import { countSignUp } from './training-day.server';

/**
 * Takes a sign-up and mails the address: a link that proves the mailbox, or, where there is an account already, a word that there is. The answer and the
 * work are the same for both, so that nobody learns here who has an account.
 */
export async function signUp(
  deps: Deps,
  {
    person,
    locale,
    clientAddress,
    code = '',
    requestId,
  }: { person: SignUpInput; locale: string; clientAddress: string; code?: string; requestId: string },
): Promise<Result<Record<string, never>, 'too-many-attempts' | 'password-weak' | 'training-code' | 'key-reused'>> {
  const { name, email, password } = person;
  if (await isEasilyGuessed(password, [name, email]))
    return refuse('password-weak', 'identity:refusal.passwordWeak', { path: 'password' });
  const counted = await countSignUp(deps, { clientAddress, code });
  if (!counted.ok) return counted;
  const passwordHash = await hashPassword(password);
  const intent = { key: requestId, actorId: 'nobody', action: 'sign-up', input: {}, now: deps.clock.now() };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      // Somebody else's mailbox is not filled: what is over the limit is answered alike, sends nothing and
      // changes nothing, so that the link that was sent before still goes with its password.
      if ((await countAttempt(deps, { kind: 'mailbox-mail', who: email })) > 0) return ok({});
      const saved = await saveUnprovenUser(tx, deps, { name, email, locale, passwordHash });
      if (saved) await sendMailboxLink(tx, deps, { linkFor: saved.linkFor, email, locale });
      else await tellOwner(tx, deps, email);
      return ok({});
    }),
  );
}

/** There is an account already: its owner is told, whoever signed up is not. */
async function tellOwner(tx: Tx, deps: Pick<Deps, 'jobs' | 'settings'>, email: string): Promise<void> {
  const owner = await tx.user.findUniqueOrThrow({ where: { email }, select: { locale: true } });
  const t = translator(isLocale(owner.locale) ? owner.locale : 'en');
  await deps.jobs.enqueue(tx, 'send-mail', {
    to: email,
    subject: t('identity:mail.known.subject'),
    text: t('identity:mail.known.text', { url: `${deps.settings.publicUrl}/sign-in` }),
  });
}
